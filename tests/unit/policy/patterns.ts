import fc from "fast-check";
import { objectPattern as objectRule } from "../../../provider/validation/objects";

/** A piece of a pattern: any characters, one character, or a text and how the pattern writes it. */
export type Piece = "*" | "?" | { text: string; written: string };

export type Pattern = readonly Piece[];

export function written(pattern: Pattern): string {
    return pattern.map((piece) => (typeof piece === "string" ? piece : piece.written)).join("");
}

/** Whether a name is one of those that a pattern asks for. */
export function isAskedFor(name: string, pattern: Pattern): boolean {
    return matches([...name], pattern);
}

function matches(characters: readonly string[], [piece, ...rest]: Pattern): boolean {
    if (piece === undefined) return characters.length === 0;
    if (piece === "?") return characters.length > 0 && matches(characters.slice(1), rest);
    if (piece === "*")
        return [...characters.keys(), characters.length].some((i) => matches(characters.slice(i), rest));
    const { length } = [...piece.text];
    return characters.slice(0, length).join("") === piece.text && matches(characters.slice(length), rest);
}

/** What stands in a name where its pattern has wildcards. */
export interface Filling {
    anything: readonly string[];
    one: readonly string[];
}

/** A name that a pattern asks for. */
export function nameOf(pattern: Pattern, { anything, one }: Filling): string {
    return pattern
        .map((piece, i) => {
            if (piece === "*") return anything[i % anything.length];
            return piece === "?" ? one[i % one.length] : piece.text;
        })
        .join("");
}

/** Names that are nearly the same, of which the pattern may ask for some too. */
export function nearNames(name: string): string[] {
    const characters = [...name];
    const middle = characters.length >> 1;
    const names = [
        `${name}x`,
        `x${name}`,
        characters.slice(0, -1).join(""),
        characters.slice(1).join(""),
        characters.map((each, i) => (i === middle ? "y" : each)).join(""),
        name.toUpperCase(),
        name.toLowerCase(),
    ];
    return [...new Set(names)].filter((each) => each !== "" && each !== name);
}

/** The same for the key of an object, with those in other folders. */
export function nearKeys(key: string): string[] {
    const oneFolderUp = key.replace(/[^/]*\/(?=[^/]*$)/, "");
    const itsFolder = key.replace(/[^/]*$/, "");
    return [...nearNames(key), `${key}/x`, oneFolderUp, itsFolder].filter(
        (each) => each !== "" && each !== key,
    );
}

const textOf = (characters: string) =>
    fc
        .string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 8 })
        .map((text): Piece => ({ text, written: text }));
const special = fc.constantFrom("*", "?", "$").map((text): Piece => ({ text, written: `\${${text}}` }));
const folder = fc.constantFrom("incoming/", "a/b/", "2024/").map((text): Piece => ({ text, written: text }));
const wildcard = fc.constantFrom<Piece>("*", "?");

const fillingOf = (characters: string): fc.Arbitrary<Filling> => {
    const character = fc.constantFrom(...characters);
    return fc.record({
        anything: fc.array(fc.string({ unit: character, maxLength: 5 }), { minLength: 3, maxLength: 3 }),
        one: fc.array(character, { minLength: 3, maxLength: 3 }),
    });
};

// Without colons, as AWS does not say whether a wildcard in the middle of a key matches one.
const keyCharacters = "abcXYZ019 -_./()!'~@&=+,;#%{}[]^\\\"|<>$éßÿ\u00A0\t";

/** Patterns that the validation of inputs takes, without texts that start a policy variable by accident. */
export const objectPattern: fc.Arbitrary<Pattern> = fc
    .oneof(
        fc.array(fc.oneof(textOf(keyCharacters), folder, special, wildcard), { minLength: 1, maxLength: 5 }),
        fc.constant<Piece[]>(["*"]),
    )
    .filter((pattern) => {
        const specials = pattern.filter((piece) => typeof piece !== "string" && piece.written !== piece.text);
        const variables = written(pattern).split("${").length - 1;
        return variables === specials.length && objectRule(written(pattern)) === undefined;
    });

export const objectFilling = fillingOf(`${keyCharacters}*?売😀`);

const clusterCharacters = "abcxyz019-";
export const clusterPattern: fc.Arbitrary<Pattern> = fc.array(fc.oneof(textOf(clusterCharacters), wildcard), {
    minLength: 1,
    maxLength: 4,
});
export const clusterFilling = fillingOf(clusterCharacters);
