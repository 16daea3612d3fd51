import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs } from "./args";
import { isObject, later, type Mistake } from "./validation/check";
import { findMistakes, valueMistakesAmong } from "./validation/inputs";
import { withoutSecrets } from "./withoutSecrets";

export interface CheckedInputs {
    /** The inputs, for the state of the component, whose outputs fail instead of holding a mistake. */
    checked: pulumi.Inputs;

    /**
     * The inputs, for the children, whose outputs are empty instead of holding a mistake. Nothing is made of these, as
     * no child is without its component; a failure of each would only repeat the one of `checked`.
     */
    args: AuroraS3AccessArgs;
}

/**
 * Refuses mistaken inputs: at once what is known when the program runs, and within the outputs what is known
 * only later, with the same sentences.
 */
export function checkedInputs(name: string, args: AuroraS3AccessArgs): CheckedInputs {
    const given: [string, unknown][] = Object.entries(args).filter(([, value]) => value !== undefined);
    const known = Object.fromEntries(given.map(([input, value]) => [input, withoutOutputs(value)]));
    refuse(name, findMistakes(known));

    const valueMistakes = valueMistakesAmong(known);
    const inEach = (change: (value: unknown, find: Find) => unknown) =>
        Object.fromEntries(
            given.map(([input, value]) => [
                input,
                change(value, (resolved) => valueMistakes({ [input]: resolved })),
            ]),
        );
    return {
        checked: inEach((value, find) => refused(name, resolving(value), find)),
        args: inEach(emptied),
    };
}

/** What is wrong with the resolved value of an input. */
type Find = (resolved: unknown) => Mistake[];

function refused(name: string, output: pulumi.Output<unknown>, find: Find): pulumi.Output<unknown> {
    return pulumi.all([output, pulumi.isSecret(output)]).apply(([resolved, isSecret]) => {
        const mistakes = find(resolved);
        refuse(name, isSecret ? withoutSecrets(mistakes, resolved) : mistakes);
        return resolved;
    });
}

/** Each output in the value is judged as if the rest were not known, so that it waits for nothing else. */
function emptied(value: unknown, find: Find): unknown {
    if (isOutput(value)) {
        return resolving(value).apply((known) => (find(known).length === 0 ? known : ""));
    }
    if (Array.isArray(value)) {
        // With holes before it, an item keeps its place.
        return value.map((item, i) => emptied(item, (known) => find(Object.assign([], { [i]: known }))));
    }
    const around = withoutOutputs(value) as object;
    return mapped(value, (item, key) => emptied(item, (known) => find({ ...around, [key]: known })));
}

function refuse(name: string, mistakes: Mistake[]): void {
    // In process the message alone is printed.
    if (mistakes.length > 0) throw refusal(name, { inMessage: mistakes, errors: mistakes });
}

/** Tells some mistakes in its message, and some as errors of their properties. */
export function refusal(
    name: string,
    { inMessage, errors }: Record<"inMessage" | "errors", Mistake[]>,
): pulumi.InputPropertiesError {
    const lines = inMessage.map(({ propertyPath, reason }) => `  ${propertyPath}: ${reason}`);
    const message = [`AuroraS3Access "${name}" cannot be made from these inputs:`, ...lines].join("\n");
    return new pulumi.InputPropertiesError({ message, errors });
}

function resolving(value: unknown): pulumi.Output<unknown> {
    const output: pulumi.Output<unknown> = pulumi.output(withoutGaps(value));
    return output;
}

/** An output that turns out to hold nothing was given all the same: null keeps it from looking like left out. */
function withoutGaps(value: unknown): unknown {
    if (pulumi.Output.isInstance(value)) return value.apply((it: unknown) => it ?? null);
    if (value instanceof Promise) return value.then((it: unknown) => it ?? null);
    return mapped(value, withoutGaps);
}

function withoutOutputs(value: unknown): unknown {
    return isOutput(value) ? later : mapped(value, withoutOutputs);
}

function isOutput(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function mapped(value: unknown, change: (each: unknown, key: string) => unknown): unknown {
    if (Array.isArray(value)) return value.map((each, i) => change(each, String(i)));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each, key)]));
}
