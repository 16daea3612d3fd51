/** What stands for itself, and what stands for other characters. */
export type Piece = { literal: string } | { wildcard: "*" | "?" };

/** How far a wildcard reaches, as a regular expression, given the piece that follows it. */
export type Reach = (wildcard: "*" | "?", next: Piece | undefined) => string;

export const anywhere: Reach = (wildcard) => (wildcard === "*" ? ".*" : ".");

export const betweenColons: Reach = (wildcard) => (wildcard === "*" ? "[^:]*" : "[^:]");

export function pieces(text: string): Piece[] {
    return (text.match(/[*?]|[^*?]+/g) ?? []).map((piece) =>
        piece === "*" || piece === "?" ? { wildcard: piece } : { literal: piece },
    );
}

/** What a pattern matches, as a regular expression. */
export function expression(pattern: readonly Piece[], reach: Reach): string {
    return pattern
        .map((piece, i) =>
            "literal" in piece ? escape(piece.literal) : reach(piece.wildcard, pattern[i + 1]),
        )
        .join("");
}

/** Whether an expression matches all of a text. A character is a character of Unicode, never half of one. */
export function matches(source: string, text: string): boolean {
    return new RegExp(`^${source}$`, "su").test(text);
}

function escape(literal: string): string {
    return literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
