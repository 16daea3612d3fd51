import { engines } from "../engine";
import type { Planned } from "../plan/access";
import { purposes } from "../plan/purposes";
import { partitionOf } from "../policy/arn";
import type { Known } from "../values/known";
import { derived, pathOf, quote, quoted, say, unlessSecret, type Report } from "../values/message";

/** The string of a value that is there, known and right in itself. */
export type Sound = (value: Known | undefined) => string | undefined;

/** What is wrong with values next to each other, as far as they are known together. */
export function checkAcrossInputs(planned: Planned, sound: Sound, report: Report): void {
    checkPolicyNames(planned.inputs, sound, report);
    checkFamily(planned, sound, report);
    checkAccount(planned.inputs, sound, report);
    checkPartitions(planned.inputs, sound, report);
}

/** Policy names are unique in an account, in upper or lower case. */
function checkPolicyNames(inputs: Known, sound: Sound, report: Report): void {
    const firsts = new Map<string, Known>();
    for (const { name: input } of Object.values(purposes)) {
        const value = inputs.field(input);
        const name = sound(value)?.toLowerCase();
        if (value === undefined || name === undefined) continue;
        const first = firsts.get(name);
        if (first === undefined) firsts.set(name, value);
        else {
            report(value, () => ({
                rule: say`must differ from ${pathOf(first)}, regardless of case`,
                received: quoted(value),
                comparedWith: first,
            }));
        }
    }
}

function checkFamily({ inputs, engine }: Planned, sound: Sound, report: Report): void {
    const groups = engine && engines[engine].parameterGroups;
    const version = inputs.field("engineVersion");
    const family = inputs.field("clusterParameterGroup")?.field("family");
    const [givenVersion, givenFamily] = [sound(version), sound(family)];
    if (!groups || !version || !family || givenVersion === undefined || givenFamily === undefined) return;
    const right = groups.familyOf(givenVersion);
    if (givenFamily === right) return;
    report(family, () => ({
        rule: say`must be the family of engineVersion${unlessSecret(version, () => say`, ${derived(version, () => quote(right))}`)}`,
        received: quoted(family),
        comparedWith: version,
        advice: say`Set it to ${derived(version, () => quote(right))}, or remove it.`,
    }));
}

/** Both conditions of the trust policy must hold, so that no cluster of another account can fulfil them. */
function checkAccount(inputs: Known, sound: Sound, report: Report): void {
    const account = inputs.field("sourceAccount");
    const expected = sound(account);
    if (!account || expected === undefined) return;
    for (const arn of inputs.field("sourceArns")?.items ?? []) {
        const [, , , , owner] = sound(arn)?.split(":") ?? [];
        if (owner === undefined || /[*?]/.test(owner) || owner === expected) continue;
        report(arn, () => ({
            rule: say`must be in the account of sourceAccount${unlessSecret(account, () => say`, ${quoted(account)}`)}`,
            received: quoted(arn),
            comparedWith: account,
            advice: say`Otherwise, Amazon RDS can never assume the role.`,
        }));
    }
}

/** A role works in one partition only, so that a second one among the ARNs is a mistake. */
function checkPartitions(inputs: Known, sound: Sound, report: Report): void {
    let first: { at: Known; partition: string } | undefined;
    for (const at of arnsIn(inputs)) {
        const partition = partitionOf(sound(at) ?? "");
        if (partition === undefined) continue;
        first ??= { at, partition };
        if (partition === first.partition) continue;
        const expected = first;
        report(at, () => ({
            rule: say`must be in the partition of ${pathOf(expected.at)}${unlessSecret(expected.at, () => say`, ${derived(expected.at, () => expected.partition)}`)}`,
            received: quoted(at),
            comparedWith: expected.at,
            advice: say`A role works in one partition only.`,
        }));
    }
}

function* arnsIn(inputs: Known): Iterable<Known> {
    const fieldsOf = function* (list: string, ...fields: string[]): Iterable<Known> {
        for (const item of inputs.field(list)?.items ?? []) {
            for (const field of fields) {
                const value = item.field(field);
                if (value) yield value;
            }
        }
    };
    yield* fieldsOf("importFrom", "bucket", "kmsKeyArn");
    yield* fieldsOf("exportTo", "bucket", "kmsKeyArn");
    yield* fieldsOf("kmsKeys", "keyArn");
    for (const input of ["existingRoleArn", "permissionsBoundary"]) {
        const value = inputs.field(input);
        if (value) yield value;
    }
    yield* inputs.field("sourceArns")?.items ?? [];
}
