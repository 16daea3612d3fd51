import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** How Pulumi marks special values on the wire (the SDK's `runtime/rpc` has them too, but is slow to load). */
const specialSigKey = "4dabf18193072939515e22adb298388d";
const specialSecretSig = "1b47061264138c4ac30d75fd1eb44270";
const specialOutputValueSig = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Stands for what only a deployment will tell. */
export const unknown: unique symbol = Symbol("unknown");

export type Value =
    undefined | null | boolean | number | string | typeof unknown | Value[] | { [key: string]: Value };
export type Values = Record<string, Value>;

/** A resource's properties. A secret anywhere in a property makes the whole property secret, as in Pulumi's SDKs. */
export interface Bag {
    values: Values;
    secrets: Set<string>;
}

export const isObject = (value: Value): value is Record<string, Value> =>
    typeof value === "object" && value !== null && !Array.isArray(value);

export function hasUnknown(value: Value): boolean {
    if (Array.isArray(value)) return value.some(hasUnknown);
    return isObject(value) ? Object.values(value).some(hasUnknown) : value === unknown;
}

/** Whether Terraform, on which the real provider is built, takes it for "not set". */
export function isEmpty(value: Value): boolean {
    if (Array.isArray(value)) return value.length === 0;
    return isObject(value) ? Object.keys(value).length === 0 : !value;
}

export function fromStruct(struct: Struct | undefined): Bag {
    const secrets = new Set<string>();
    const values: Values = {};
    for (const [name, wire] of Object.entries(struct?.toJavaScript() ?? {})) {
        values[name] = decode(wire as Value, () => secrets.add(name));
    }
    return { values, secrets };
}

function decode(wire: Value, foundSecret: () => void): Value {
    if (wire === unknownValue) return unknown;
    if (wire === null) return undefined;
    if (Array.isArray(wire)) return wire.map((element) => decode(element, foundSecret) ?? null);
    if (!isObject(wire)) return wire;
    if (wire[specialSigKey] === specialSecretSig) {
        foundSecret();
        return decode(wire.value, foundSecret);
    }
    if (wire[specialSigKey] === specialOutputValueSig) {
        if (wire.secret) foundSecret();
        return "value" in wire ? decode(wire.value, foundSecret) : unknown;
    }
    return Object.fromEntries(
        Object.entries(wire).map(([key, value]) => [key, decode(value, foundSecret)] as const),
    );
}

export function toStruct({ values, secrets }: Bag): Struct {
    const wire: Record<string, JavaScriptValue> = {};
    for (const [name, value] of Object.entries(values)) {
        if (value === undefined) continue;
        const encoded = encode(value);
        wire[name] = secrets.has(name) ? { [specialSigKey]: specialSecretSig, value: encoded } : encoded;
    }
    return Struct.fromJavaScript(wire);
}

function encode(value: Value): JavaScriptValue {
    if (value === unknown) return unknownValue;
    if (Array.isArray(value)) return value.map(encode);
    if (!isObject(value)) return value ?? null;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, element]) => element !== undefined)
            .map(([key, element]) => [key, encode(element)] as const),
    );
}
