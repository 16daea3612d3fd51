import { isObject, type Mistake } from "./validation/check";

/**
 * The mistakes without what is secret: those `about` it show no value at all, as it may be one that was made of the
 * secret, the others none of its texts.
 */
export function withoutSecrets(
    mistakes: Mistake[],
    secret: unknown,
    about: (mistake: Mistake) => boolean = () => true,
): Mistake[] {
    const texts = textsIn(secret)
        .sort((one, other) => other.length - one.length)
        .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const ofSecret = new RegExp(texts.join("|") || "(?!)", "g");
    const anyValue = new RegExp([quoted, ...texts].join("|"), "g");
    return mistakes.map((mistake) => {
        const { propertyPath, reason } = mistake;
        if (!about(mistake)) return { propertyPath, reason: reason.replace(ofSecret, "[secret]") };
        return {
            // The keys of a map are in it.
            propertyPath: propertyPath.replace(new RegExp(quoted, "g"), '"[secret]"'),
            reason: reason.replace(anyValue, "[secret]"),
        };
    });
}

/** A text as sentences show it. */
const quoted = String.raw`"(?:[^"\\]|\\.)*"`;

/** The texts in a value; short ones only in quotes, as they also stand in words that tell nothing of them. */
function textsIn(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(textsIn);
    if (isObject(value)) return Object.values(value).flatMap(textsIn);
    if (typeof value !== "string" && typeof value !== "number") return [];
    return [JSON.stringify(value), String(value)].filter((text) => text.length >= 4);
}
