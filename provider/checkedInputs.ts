import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs } from "./args";
import { isObject, later, type Mistake } from "./validation/check";
import { findMistakes, valueMistakes } from "./validation/inputs";

/**
 * Refuses mistaken inputs: at once what is known when the program runs, and within the outputs what is known
 * only later, with the same sentences.
 */
export function checkedInputs(name: string, args: AuroraS3AccessArgs): pulumi.Inputs {
    const given: [string, unknown][] = Object.entries(args).filter(([, value]) => value !== undefined);
    const known = Object.fromEntries(given.map(([input, value]) => [input, withoutOutputs(value)]));
    refuse(name, findMistakes(known));

    const checked = given.map(([input, value]) => {
        const resolved: pulumi.Output<unknown> = pulumi.output(withoutGaps(value));
        return [
            input,
            resolved.apply((it) => {
                refuse(name, valueMistakes({ [input]: it }, args.engine));
                return it;
            }),
        ];
    });
    return Object.fromEntries(checked) as pulumi.Inputs;
}

function refuse(name: string, mistakes: Mistake[]): void {
    if (mistakes.length === 0) return;
    // Some language hosts print the message alone, so that it holds everything.
    const lines = mistakes.map(({ propertyPath, reason }) => `  ${propertyPath}: ${reason}`);
    throw new pulumi.InputPropertiesError({
        message: [`AuroraS3Access "${name}" cannot be made from these inputs:`, ...lines].join("\n"),
        errors: mistakes,
    });
}

/** An output that turns out to hold nothing was given all the same: null keeps it from looking like left out. */
function withoutGaps(value: unknown): unknown {
    if (pulumi.Output.isInstance(value)) return value.apply((it: unknown) => it ?? null);
    if (value instanceof Promise) return value.then((it: unknown) => it ?? null);
    return mapped(value, withoutGaps);
}

function withoutOutputs(value: unknown): unknown {
    if (pulumi.Output.isInstance(value) || value instanceof Promise) return later;
    return mapped(value, withoutOutputs);
}

function mapped(value: unknown, change: (each: unknown) => unknown): unknown {
    if (Array.isArray(value)) return value.map(change);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));
}
