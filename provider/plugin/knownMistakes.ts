import * as pulumi from "@pulumi/pulumi";
import { refuse, withoutSecrets } from "../checkedInputs";
import { isObject, later } from "../validation/check";
import { findMistakes } from "../validation/inputs";

/**
 * Refuses what is wrong with the inputs, those that came as outputs included: the component could only fail within an
 * output, which the SDK answers by failing every Construct that is under way.
 */
export async function refuseKnownMistakes(name: string, inputs: pulumi.Inputs): Promise<void> {
    const secrets: unknown[] = [];
    const known = (await resolved(inputs, secrets)) as Record<string, unknown>;
    refuse(name, withoutSecrets(findMistakes(known), secrets));
}

/** The value with what its outputs hold, as far as it is known. */
async function resolved(value: unknown, secrets: unknown[]): Promise<unknown> {
    if (pulumi.isUnknown(value)) return later;
    if (pulumi.Output.isInstance(value)) {
        const output = value as unknown as { promise(withUnknowns: true): Promise<unknown> };
        const known = await resolved(await output.promise(true), secrets);
        if (await pulumi.isSecret(value)) secrets.push(known);
        return known ?? null;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => resolved(item, secrets)));
    if (!isObject(value)) return value;
    const fields = Object.entries(value).map(async ([key, field]) => [key, await resolved(field, secrets)]);
    return Object.fromEntries(await Promise.all(fields)) as object;
}
