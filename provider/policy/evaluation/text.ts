import { refuse } from "./cannotEvaluate";
import type { Lookup } from "./context";
import { pieces, type Piece } from "./wildcards";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export type Version = "2008-10-17" | "2012-10-17";

/** A text of a policy before the request is known. */
export type Text = readonly (Piece | { variable: string; fallback: string | undefined })[];

/** `${*}`, `${aws:username}` or `${aws:PrincipalTag/team, 'company-wide'}`. */
const variable = /\$\{(?:([*?$])|([^{}$*?,']+)(?:, '([^'{}$*?]*)')?)\}/y;

/**
 * Takes the text of a `Resource` or of a condition's value apart. Variables came with version 2012-10-17; before,
 * they are plain characters.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function parse(text: string, version: Version): Text {
    if (version === "2008-10-17") return pieces(text);
    const parts: Text[number][] = [];
    let end = 0;
    for (let start = text.indexOf("${"); start >= 0; start = text.indexOf("${", end)) {
        variable.lastIndex = start;
        const [whole, special, key, fallback] =
            variable.exec(text) ?? refuse(`"${text}" holds \${ without a policy variable that AWS documents`);
        parts.push(...pieces(text.slice(end, start)));
        parts.push(special === undefined ? { variable: key!, fallback } : { literal: special });
        end = start + whole.length;
    }
    return [...parts, ...pieces(text.slice(end))];
}

/** Puts the request's values in; undefined if one is missing, as nothing equals or is like such a text. */
export function resolve(text: Text, valueOf: Lookup): readonly Piece[] | undefined {
    const resolved = text.map((part) =>
        "variable" in part ? value(part.variable, part.fallback, valueOf) : part,
    );
    return resolved.every((piece) => piece !== undefined) ? resolved : undefined;
}

function value(key: string, fallback: string | undefined, valueOf: Lookup): Piece | undefined {
    const literal = valueOf(key) ?? fallback;
    if (literal === undefined) return undefined;
    if (typeof literal !== "string") return refuse(`the variable ${key} has several values`);
    if (literal === "") return refuse(`the variable ${key} is empty: AWS does not say whether that matches`);
    if (/[*?]/.test(literal))
        return refuse(`the value "${literal}" of ${key}: AWS does not say whether its * and ? are wildcards`);
    return { literal };
}

/** The text for a comparison that knows no wildcards. */
export function plain(text: readonly Piece[]): string {
    return text.map((piece) => ("literal" in piece ? piece.literal : piece.wildcard)).join("");
}
