import { engines } from "../engine";
import type { Planned } from "../plan/access";
import { purposes } from "../plan/purposes";
import type { Known } from "../values/known";
import { derived, pathOf, quote, quoted, say, unlessSecret, type Report } from "../values/message";

/** The string of a value that is there, known and right in itself. */
export type Sound = (value: Known | undefined) => string | undefined;

/** What is wrong with values next to each other, as far as they are known together. */
export function checkAcrossInputs(planned: Planned, sound: Sound, report: Report): void {
    checkPolicyNames(planned, sound, report);
    checkFamily(planned, sound, report);
    checkCommas(planned.inputs, sound, report);
}

/**
 * The AWS provider takes the ID of an association apart at the comma between cluster and role, after it has created the association.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/rds/cluster_role_association.go
 */
function checkCommas(inputs: Known, sound: Sound, report: Report): void {
    if (inputs.field("clusters") === undefined) return;
    for (const input of ["path", "roleName", "existingRoleArn"]) {
        const value = inputs.field(input);
        if (value === undefined || !sound(value)?.includes(",")) continue;
        report(value, () => ({
            rule: say`cannot contain a comma together with clusters, because the AWS provider cannot associate such a role`,
            received: quoted(value),
            advice: say`Use another character, or associate the role by the iamRoles of the cluster.`,
        }));
    }
}

/** Policy names are unique in an account, regardless of case, and what the component appends to them counts. */
function checkPolicyNames({ inputs, roles }: Planned, sound: Sound, report: Report): void {
    const firsts = new Map<string, Known>();
    const told = new Set<Known>();
    for (const { purpose, ending } of roles.flatMap(({ policies }) => policies)) {
        const value = inputs.field(purposes[purpose].name);
        const given = sound(value);
        if (value === undefined || given === undefined) continue;
        const name = `${given}${ending}`.toLowerCase();
        const first = firsts.get(name);
        if (first === undefined) firsts.set(name, value);
        else if (!told.has(value)) {
            told.add(value);
            report(value, () => ({
                rule: say`must give policies other names than ${pathOf(first)}, regardless of case`,
                received: quoted(value),
                comparedWith: first,
                advice:
                    given.length === name.length && sound(first)?.length === name.length
                        ? undefined
                        : say`Both give a policy the name ${derived([value, first], () => quote(`${given}${ending}`))}, including what the component appends.`,
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
