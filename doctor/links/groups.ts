import type { AccessLayer, Denial } from "../../provider/policy/evaluation";
import type { Direction } from "../../provider/policy/permissions";
import type { Judged } from "../access/requests";
import type { Result } from "./result";

/** Requests that are denied for the same reason. */
export interface Group {
    readonly judged: readonly Judged[];
    readonly denial: Denial;
    readonly directions: readonly Direction[];
}

/** The requests that a layer denies, by what `by` makes of them. */
export function denied(
    judged: readonly Judged[],
    isMeant: (denial: Denial) => boolean,
    by: (judged: Judged, denial: Denial) => string,
): Group[] {
    const groups = new Map<string, { judged: Judged[]; denial: Denial }>();
    for (const each of judged) {
        const denial = each.decision.denials.find(isMeant);
        if (!denial) continue;
        const name = by(each, denial);
        const group = groups.get(name) ?? { judged: [], denial };
        group.judged.push(each);
        groups.set(name, group);
    }
    return [...groups.values()].map((group) => ({ ...group, directions: directionsOf(group.judged) }));
}

/** The requests that the policy of a bucket or key denies outright, by its statement and the role. */
export const deniedByResource = (judged: readonly Judged[]): Group[] =>
    denied(
        judged,
        ({ layer, kind }) => layer === "resource" && kind === "explicit",
        ({ role }, { by }) => `${role.arn} ${by?.statement}`,
    );

/** Whether none of these layers denies any of the requests, or is unknown. */
export const pass = (judged: readonly Judged[], layers: readonly AccessLayer[]): boolean =>
    judged.every(({ decision }) =>
        [...decision.denials, ...decision.unknowns].every(({ layer }) => !layers.includes(layer)),
    );

export const directionsOf = (judged: readonly Judged[]): Direction[] => [
    ...new Set(judged.map(({ use }) => use.direction)),
];

export const actionsOf = (judged: readonly Judged[]): string[] =>
    [...new Set(judged.map(({ action }) => action))].sort();

/** Each action with its resource. */
export const requestsOf = (judged: readonly Judged[]): string[] => [
    ...new Set(judged.map(({ action, resource }) => `${action} on ${resource}`)),
];

/** What cannot be known, once for each reason. What was not read is told where it is read. */
export function tellUnknown(
    result: Result,
    judged: readonly Judged[],
    layers: readonly AccessLayer[],
    whose: (judged: Judged) => string,
): void {
    const groups = new Map<string, { judged: Judged[]; reason: string }>();
    for (const each of judged) {
        const { denials, unknowns } = each.decision;
        for (const { layer, reasons } of unknowns) {
            if (!layers.includes(layer) || denials.some((denial) => denial.layer === layer)) continue;
            for (const reason of reasons.filter((text) => !isToldElsewhere(text))) {
                const name = JSON.stringify([whose(each), reason, each.resource]);
                const group = groups.get(name) ?? { judged: [], reason };
                group.judged.push(each);
                groups.set(name, group);
            }
        }
    }
    for (const { judged: group, reason } of groups.values()) {
        const [first] = group;
        const what = `whether ${whose(first!)} allows ${actionsOf(group).join(", ")} on ${first!.resource}`;
        result.cannotCheck(what, reason);
    }
}

const isToldElsewhere = (reason: string) =>
    reason.endsWith("was not read") ||
    reason.endsWith("policies was not read") ||
    reason === "the account of the resource is not known" ||
    reason === "the grants of the key are not known";
