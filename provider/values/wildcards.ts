/** Whether a pattern, in which `*` stands for any characters and `?` for any one, matches the whole string. */
export function matchesPattern(pattern: string, string: string): boolean {
    let [at, from] = [0, 0];
    /** Where the last `*` stands, and how far it goes. */
    let star: { at: number; until: number } | undefined;
    while (from < string.length) {
        if (pattern[at] === "*") star = { at: at++, until: from };
        else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === string[from]))
            [at, from] = [at + 1, from + 1];
        else if (star) [at, from] = [star.at + 1, ++star.until];
        else return false;
    }
    return /^\**$/.test(pattern.slice(at));
}
