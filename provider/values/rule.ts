import type { Known } from "./known";
import { derived, fact, quoted, say, type Phrase, type Sentence } from "./message";

/** Finds what is wrong with a string; undefined where nothing is. */
export type Rule = (string: string) => Tell | undefined;

/** Says what is wrong with a value. */
export type Tell = (value: Known) => Sentence;

/** Requires a match. */
export function matches(pattern: RegExp, rule: Phrase, advice?: Phrase): Rule {
    return (string) =>
        pattern.test(string) ? undefined : (value) => ({ rule, received: quoted(value), advice });
}

/** Requires 1 to `longest` characters. */
export function length(longest: number, what: Phrase): Rule {
    return (string) => {
        if (string.length >= 1 && string.length <= longest) return undefined;
        return (value) => ({
            rule: say`must be ${what} of 1 to ${fact(longest)} characters`,
            received: characters(value),
        });
    };
}

/** AWS answers in XML, which cannot hold every character: https://www.w3.org/TR/xml/#charsets */
export const fitsIntoXml: Rule = (string) => {
    if (/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(string)) return undefined;
    return (value) => ({ rule: say`cannot contain control characters`, received: quoted(value) });
};

/** The first rule that is broken, as a string may break several in the same way. */
export function firstBroken(rules: readonly Rule[], string: string): Tell | undefined {
    for (const rule of rules) {
        const tell = rule(string);
        if (tell) return tell;
    }
    return undefined;
}

export function characters(value: Known): Phrase {
    return derived(value, () => `${value.string?.length} characters`);
}
