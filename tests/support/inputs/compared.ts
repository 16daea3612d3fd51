import { runtime } from "@pulumi/pulumi";

/** What was registered, with what is expected in place of what is not known. */
export function filledIn(found: unknown, expected: unknown): unknown {
    if (found === runtime.unknownValue) return expected;
    if (!isObject(found) || !isObject(expected)) return found;
    const fields = Object.entries(found).map(
        ([key, field]) => [key, filledIn(field, expected[key])] as const,
    );
    return Array.isArray(found) ? fields.map(([, field]) => field) : Object.fromEntries(fields);
}

/** What was registered, with what secrets hold in place of them. */
export function withoutSecrecy(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutSecrecy);
    if (!isObject(value)) return value;
    if (value[runtime.specialSigKey] === runtime.specialSecretSig) return withoutSecrecy(value.value);
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutSecrecy(field)]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
