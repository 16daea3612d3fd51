/** The word that was likely meant: one that differs by a slip of the keys, by case, or that holds what was written. */
export function suggestion(written: string, words: readonly string[]): string | undefined {
    if (written.length > 64) return undefined;
    const plain = simplified(written);
    const holding = plain.length < 4 ? [] : words.filter((word) => simplified(word).includes(plain));
    return (
        words.find((word) => simplified(word) === plain) ??
        words.find((word) => isNear(plain, simplified(word))) ??
        (holding.length === 1 ? holding[0] : undefined)
    );
}

const simplified = (word: string) => word.toLowerCase().replace(/[-_ ]/g, "");

/** At most two letters are missing, too many or others; in short words at most one. */
function isNear(one: string, other: string): boolean {
    const allowed = Math.min(one.length, other.length) <= 5 ? 1 : 2;
    return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
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
