import { engines } from "../engine";
import type { Planned } from "../plan/access";
import { purposes } from "../plan/purposes";
import type { Known } from "../values/known";
import { derived, pathOf, quote, quoted, say, unlessSecret, type Report } from "../values/message";

/** The string of a value that is there, known and right in itself. */
export type Sound = (value: Known | undefined) => string | undefined;

/** What is wrong with values next to each other, as far as they are known together. */
export function checkAcrossInputs(planned: Planned, sound: Sound, report: Report): void {
    checkPolicyNames(planned.inputs, sound, report);
    checkFamily(planned, sound, report);
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
