import type { Direction } from "../../policy/permissions";
import type { Known } from "../../values/known";
import { derived, quote, quoted, say, type Report, type Sentence } from "../../values/message";

/** Patterns that likely match too little or too much. */
export function warnOfObjects(objects: Known | undefined, direction: Direction, report: Report): void {
    for (const pattern of objects?.items ?? []) {
        if (pattern.string === undefined || pattern.secret) continue;
        const sentence = sentenceOn(pattern, pattern.string, direction);
        if (sentence) report(pattern, () => sentence);
    }
}

function sentenceOn(pattern: Known, value: string, direction: Direction): Sentence | undefined {
    const shown = (string: string) => derived(pattern, () => quote(string));
    // Not those that stand for themselves.
    const [literal] = /^(?:\$\{[*?$]\}|[^*?])*/.exec(value) ?? [""];
    const hasStar = value.replace(/\$\{[*?$]\}/g, "").includes("*");
    if (value.startsWith("/")) {
        return {
            rule: say`${quoted(pattern)} starts with a slash, which object keys rarely do`,
            advice: say`Write ${shown(withoutSlashes(value))} unless your keys start with a slash.`,
        };
    }
    if (value.endsWith("/")) {
        return {
            rule: say`${quoted(pattern)} matches only the object with this exact key`,
            advice: say`Write ${shown(`${value}*`)} for the objects in the folder.`,
        };
    }
    if (value === "*" || !hasStar || literal.includes("/")) return undefined;
    if (literal === "") {
        return {
            rule: say`${quoted(pattern)} matches in every folder, as * also matches slashes`,
            advice: say`Start the pattern with a folder if you mean one.`,
        };
    }
    // An export writes several objects whose keys start with the same name.
    if (direction === "export") return undefined;
    return {
        rule: say`${quoted(pattern)} matches more than a folder: every key that starts with ${shown(literal)}`,
        advice: say`Write ${shown(`${literal}/*`)} if you mean the folder.`,
    };
}

/** Without those at its start, and as a pattern for a folder where it ends with one. */
function withoutSlashes(value: string): string {
    const key = value.replace(/^\/+/, "");
    return key === "" || key.endsWith("/") ? `${key}*` : key;
}
