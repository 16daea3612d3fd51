/**
 * A pattern of IAM, token by token: `*` for any characters, slashes too, `?` for any one, and literals as they are written, such
 * as `a` or `${*}`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export type Glob = readonly string[];

/** The end of a name: for each of its characters those that can stand there. */
export type Ending = readonly string[];

const any = "*";
const anyOne = "?";

export function globOf(pattern: string): Glob {
    const tokens = pattern.includes("${") ? (pattern.match(/\$\{[*?$]\}|[^]/gu) ?? []) : [...pattern];
    // Neighboring stars are one, so that few tokens can match an ending.
    return tokens.filter((token, i) => token !== any || tokens[i - 1] !== any);
}

export const writtenAs = (glob: Glob): string => glob.join("");

const escaped = "${*}".length;
const characterOf = (token: string) => (token.length === escaped ? token.charAt(2) : token);

/** Whether it matches one name only. */
export const isExact = (glob: Glob): boolean => !glob.includes(any) && !glob.includes(anyOne);

/** The characters of what is exact. */
export const plainText = (glob: Glob): string => glob.map(characterOf).join("");

/** Whether whatever follows what it matches is matched too. */
export const isOpen = (glob: Glob): boolean => glob.at(-1) === any;

/** How many bytes the shortest name has that the glob matches. */
export const leastBytes = (glob: Glob): number =>
    glob.reduce((sum, token) => sum + (token === any ? 0 : Buffer.byteLength(characterOf(token))), 0);

/**
 * The globs of what stands before the ending in the names that `glob` matches, where something stands before it: exactly what one
 * of them matches can stand there. The longest comes first. An ending has few characters, and each is matched by one token with at
 * most a star before it, so that this looks at few tokens, however long the glob is.
 */
export function* globsBefore(ending: Ending, glob: Glob): Generator<Glob> {
    // For each part of the ending, by its start, whether the tokens from `i` on match it.
    let matched: readonly boolean[] = [...ending.map(() => false), true];
    for (let i = glob.length; matched.includes(true); i--) {
        // A star matches a part of the ending and a part of what stands before it.
        const end = glob[i] === any ? i + 1 : i;
        if (matched[0] && end > 0 && glob[i - 1] !== any) yield glob.slice(0, end);
        const token = glob[i - 1];
        if (token === undefined) return;
        matched = withToken(token, ending, matched);
    }
}

function withToken(token: string, ending: Ending, matched: readonly boolean[]): readonly boolean[] {
    // What a star matches makes a part longer by any number of characters.
    if (token === any) return matched.map((_, start) => start <= matched.lastIndexOf(true));
    const character = characterOf(token);
    const canStand = (characters: string) => token === anyOne || characters.includes(character);
    return [...ending.map((characters, start) => matched[start + 1]! && canStand(characters)), false];
}

/** Whether a pattern of IAM matches a string. */
export const isMatched = (pattern: string, string: string): boolean => matcherOf(pattern)(string);

/** The same for many strings. */
export function matcherOf(pattern: string): (string: string) => boolean {
    const glob = globOf(pattern);
    return (string) => matches([...string], glob);
}

/** Whether both globs match some name. */
export function haveInCommon(one: Glob, other: Glob): boolean {
    if (!one.includes(any)) return matches(one, other);
    if (!other.includes(any)) return matches(other, one);
    // The stars of each can match whatever stands between the first and the last star of the other.
    return (
        areAlike(untilStar(one), untilStar(other)) &&
        areAlike(untilStar([...one].reverse()), untilStar([...other].reverse()))
    );
}

const untilStar = (glob: Glob): Glob => glob.slice(0, glob.indexOf(any));

/** Whether the tokens are alike, one by one, as far as both go. */
const areAlike = (one: Glob, other: Glob): boolean =>
    one.slice(0, other.length).every((token, i) => isAlike(token, other[i]!));

const isAlike = (one: string, other: string): boolean =>
    one === anyOne || other === anyOne || characterOf(one) === characterOf(other);

/** Whether a name that is matched by a glob without stars is matched by the other one too. */
function matches(fixed: Glob, glob: Glob): boolean {
    let i = 0;
    let j = 0;
    // If what follows the last star does not match, the star matches one character more.
    let star: { end: number; next: number } | undefined;
    while (i < fixed.length) {
        const token = glob[j];
        if (token === any) {
            star = { end: i, next: ++j };
        } else if (token !== undefined && isAlike(fixed[i]!, token)) {
            i++;
            j++;
        } else {
            if (star === undefined) return false;
            i = ++star.end;
            j = star.next;
        }
    }
    return glob.slice(j).every((token) => token === any);
}
