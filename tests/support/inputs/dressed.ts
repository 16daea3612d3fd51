import fc from "fast-check";
import schema from "../../../provider/schema.json";

/** What a program gives in place of a plain value. */
export type Dress = "plain" | "output" | "promise" | "secret" | "unknown";

/** Puts on a value what is to be given instead of it. */
export type Tailor = (value: unknown, dress: Dress) => unknown;

interface Spec {
    type?: string;
    $ref?: string;
    plain?: boolean;
    items?: Spec;
    additionalProperties?: Spec;
    properties?: Record<string, Spec>;
}

const { inputProperties } = schema.resources["aurora-s3-access:index:AuroraS3Access"];
const types = schema.types as Record<string, Spec>;

/** How each value that may be an output is given, in their order; plain once they run out. */
export const dresses = (allowed: readonly Dress[]) =>
    fc.array(fc.constantFrom(...allowed), { minLength: 60, maxLength: 60 });

/** The configuration with some of its values given otherwise, wherever the schema takes an output. */
export function dressed(
    configuration: Record<string, unknown>,
    chosen: readonly Dress[],
    tailor: Tailor,
): Record<string, unknown> {
    const left = [...chosen];
    const put = (value: unknown, spec: Spec | undefined): unknown => {
        const inside = within(value, spec);
        return spec?.plain ? inside : tailor(inside, left.shift() ?? "plain");
    };
    const within = (value: unknown, spec: Spec | undefined): unknown => {
        if (Array.isArray(value)) return value.map((item) => put(item, itemSpec(spec)));
        if (typeof value !== "object" || value === null) return value;
        const properties = propertiesOf(spec);
        return Object.fromEntries(
            Object.entries(value).map(([key, field]) => [
                key,
                put(field, properties?.[key] ?? spec?.additionalProperties ?? { plain: true }),
            ]),
        );
    };
    const specs = inputProperties as Record<string, Spec>;
    return Object.fromEntries(
        Object.entries(configuration).map(([input, value]) => [
            input,
            put(value, specs[input] ?? { plain: true }),
        ]),
    );
}

/** An item that is an object of a plain list must be plain as a whole, though the schema cannot say so. */
function itemSpec(list: Spec | undefined): Spec | undefined {
    const item = list?.items;
    return list?.plain && item?.$ref ? { ...item, plain: true } : item;
}

const propertiesOf = (spec: Spec | undefined) => types[spec?.$ref?.replace("#/types/", "") ?? ""]?.properties;
