import { globOf, haveInCommon, matcherOf } from "../../provider/policy/globs";
import type { NamedPolicy } from "../../provider/policy/evaluation";

/**
 * Whether policies could allow an action on some object below a prefix, though not on the one that was tried: only the keys of the
 * objects would tell.
 */
export function couldAllowBelow(policies: readonly NamedPolicy[], action: string, prefix: string): boolean {
    return policies.some(({ document }) => {
        const { Statement } = parsed(document);
        return [Statement].flat().some((statement) => {
            const { Effect, Action, Resource, NotAction, NotResource } = (statement ?? {}) as Elements;
            if (Effect !== "Allow") return false;
            if (NotAction !== undefined || NotResource !== undefined) return true;
            const isForAction = strings(Action).some((pattern) =>
                matcherOf(pattern.toLowerCase())(action.toLowerCase()),
            );
            const below = globOf(`${escaped(prefix)}*`);
            return isForAction && strings(Resource).some((pattern) => haveInCommon(globOf(pattern), below));
        });
    });
}

type Elements = Record<string, unknown>;

function parsed(document: NamedPolicy["document"]): Elements {
    if (typeof document !== "string") return (document ?? {}) as Elements;
    try {
        return JSON.parse(document) as Elements;
    } catch {
        return {};
    }
}

const strings = (value: unknown): string[] =>
    [value].flat().filter((each): each is string => typeof each === "string");

const escaped = (text: string) => text.replace(/[*?$]/g, "$${$&}");
