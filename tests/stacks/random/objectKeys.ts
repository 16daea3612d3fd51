/** A piece of an object pattern: characters as they are, any number of characters, or one. */
type Piece = { text: string } | "any" | "one";

/** `*` and `?`, and `${*}`, `${?}` and `${$}` for these very characters. */
function piecesOf(pattern: string): Piece[] {
    return pattern.split(/(\$\{[*?$]\}|[*?])/).map((part) => {
        if (part === "*") return "any";
        if (part === "?") return "one";
        return { text: part.startsWith("${") ? part[2]! : part };
    });
}

/**
 * Whether a policy's pattern of object keys is for a key, with nothing but the text of AWS at hand:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function isMatch(pattern: string, key: string): boolean {
    // The ends of the starts of the key that the pieces so far are for.
    let ends = new Set([0]);
    for (const piece of piecesOf(pattern)) {
        const next = new Set<number>();
        for (const end of ends) {
            if (piece === "any") for (let i = end; i <= key.length; i++) next.add(i);
            else if (piece === "one") next.add(end + 1);
            else if (key.startsWith(piece.text, end)) next.add(end + piece.text.length);
        }
        ends = next;
    }
    return ends.has(key.length);
}

/** Keys that a pattern is for, and keys that are close to it. */
export function keysNear(pattern: string): string[] {
    const filled = (any: string, one: string) =>
        piecesOf(pattern)
            .map((piece) => (piece === "any" ? any : piece === "one" ? one : piece.text))
            .join("");
    const [bare, full, deep] = [filled("", "q"), filled("x", "*"), filled("a/b.part_00000", "z")];
    return [
        ...[bare, full, deep],
        ...[bare.slice(1), bare.slice(0, -1), `${bare}y`, `y${bare}`, filled("", "")],
        ...[bare.toUpperCase(), full.replace(/[a-z0-9]/, "_"), pattern, `${bare}.manifest`],
    ];
}
