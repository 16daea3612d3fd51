import * as pulumi from "@pulumi/pulumi";
import { refusal } from "../checkedInputs";
import { isObject, later, type Mistake } from "../validation/check";
import { findMistakes } from "../validation/inputs";
import { withoutSecrets } from "../withoutSecrets";

/**
 * Refuses what is wrong with the inputs, those that came as outputs included: the component could only fail within an
 * output, which the SDK answers by failing every Construct that is under way.
 *
 * What was a secret when it was given is not shown, though it may be plain now. The engine prints the value of each
 * property that has an error, secret or not: so a mistake in an input that holds a secret stands in the message.
 */
export async function refuseKnownMistakes(
    name: string,
    inputs: pulumi.Inputs,
    given: pulumi.Inputs,
): Promise<void> {
    const known: Record<string, unknown> = {};
    const secrets = new Map<string, unknown[]>();
    for (const input of Object.keys(inputs)) {
        const found: unknown[] = [];
        await resolved(given[input], found);
        known[input] = await resolved(inputs[input], found);
        if (found.length > 0) secrets.set(input, found);
    }
    const mistakes = findMistakes(known);
    if (mistakes.length === 0) return;
    const holdsSecret = ({ propertyPath }: Mistake) => secrets.has(/^[^.[]*/.exec(propertyPath)![0]);
    const told = withoutSecrets(mistakes, [...secrets.values()], holdsSecret);
    throw refusal(name, {
        inMessage: told.filter(holdsSecret),
        errors: told.filter((each) => !holdsSecret(each)),
    });
}

/** The value with what its outputs hold, as far as it is known: in an update that is all there will be. */
async function resolved(value: unknown, secrets: unknown[]): Promise<unknown> {
    if (pulumi.isUnknown(value)) return pulumi.runtime.isDryRun() ? later : null;
    if (pulumi.Output.isInstance(value)) {
        // Through output(), as the SDK's own from the wire do not say by their value that they are not known.
        const output = pulumi.output(value) as unknown as { promise(withUnknowns: true): Promise<unknown> };
        const known = await resolved(await output.promise(true), secrets);
        if (await pulumi.isSecret(value)) secrets.push(known);
        return known ?? null;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => resolved(item, secrets)));
    if (!isObject(value)) return value;
    const fields = Object.entries(value).map(async ([key, field]) => [key, await resolved(field, secrets)]);
    return Object.fromEntries(await Promise.all(fields)) as object;
}
