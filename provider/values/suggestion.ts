/** Finds the word that was likely meant: one that differs by a slip of the keys, by case, or that holds what was written or is held by it. */
export function suggestionAmong(words: readonly string[]): (written: string) => string | undefined {
    let known: Word[] | undefined;
    // By length, as there may be very many to compare with.
    const ofLength = new Map<number, Word[]>();
    return (written) => {
        if (written.length > longest) return undefined;
        // Only now: most inputs are spelled right.
        known ??= words.map((word) => ({ word, plain: simplified(word) }));
        const plain = simplified(written);
        const near = ofLength.get(plain.length) ?? known.filter(hasLengthOf(plain));
        ofLength.set(plain.length, near);
        const meant =
            near.find((each) => each.plain === plain) ?? near.find((each) => isNear(plain, each.plain));
        if (meant !== undefined || plain.length < 4) return meant?.word;
        const part = plain.replace(/s$/, "");
        const holding = known.filter((each) => each.plain.includes(part));
        const held = known.filter((each) => each.plain.length >= 4 && plain.includes(each.plain));
        return (shortest(holding) ?? shortest(held))?.word;
    };
}

interface Word {
    word: string;
    plain: string;
}

const hasLengthOf = (written: string) => (each: Word) =>
    Math.abs(each.plain.length - written.length) <= mostSlips;

const shortest = (words: readonly Word[]): Word | undefined =>
    [...words].sort((one, other) => one.plain.length - other.plain.length)[0];

const longest = 64;
const mostSlips = 2;

const simplified = (word: string) => word.toLowerCase().replace(/[-_ ]/g, "");

/** At most two letters are missing, too many or others; in short words at most one. */
function isNear(one: string, other: string): boolean {
    const allowed = Math.min(one.length, other.length) <= 5 ? 1 : mostSlips;
    if (Math.abs(one.length - other.length) > allowed) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    return distance(one.slice(start), other.slice(start)) <= allowed;
}

/** Levenshtein's: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(one: string, other: string): number {
    let before = Array.from({ length: other.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
        const row = [i];
        for (let j = 1; j <= other.length; j++) {
            const replaced = before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
            row.push(Math.min(replaced, before[j]! + 1, row[j - 1]! + 1));
        }
        before = row;
    }
    return before[other.length]!;
}
