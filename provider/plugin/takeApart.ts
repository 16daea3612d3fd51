import * as pulumi from "@pulumi/pulumi";
import { isObject } from "../validation/check";

/** A type or a property of a schema, as far as it matters here. */
export interface TypeSpec {
    type?: string;
    $ref?: string;
    items?: TypeSpec;
    plain?: boolean;
    properties?: Record<string, TypeSpec>;
}

/** The types of a schema by their tokens. */
export type Types = Record<string, TypeSpec>;

interface TakenApart {
    inputs: pulumi.Inputs;
    /** The inputs that are not known as a whole. */
    unknown: Set<string>;
}

/**
 * Takes apart the outputs that stand where the schema has plain values, so that outputs are left in the fields alone: the
 * Java SDK sends a list with an output in it as one output. The fields keep its dependencies, and stay secret.
 *
 * Where it is not known yet, one item stands for the list, with fields that are not known.
 */
export async function takeApart(
    given: pulumi.Inputs,
    properties: Record<string, TypeSpec>,
    types: Types,
): Promise<TakenApart> {
    const unknown = new Set<string>();
    const taken = Object.entries(given).map(async ([name, value]: [string, unknown]) => {
        const spec = properties[name];
        const context = { types, onUnknown: () => unknown.add(name) };
        return [name, spec?.plain ? await plain(value, spec, context) : value];
    });
    return { inputs: Object.fromEntries(await Promise.all(taken)) as pulumi.Inputs, unknown };
}

interface Context {
    types: Types;
    onUnknown: () => void;
}

async function plain(value: unknown, spec: TypeSpec, context: Context): Promise<unknown> {
    if (pulumi.Output.isInstance(value) || pulumi.isUnknown(value)) {
        // The SDK leaves out of its declarations how to look into an output that is known in parts.
        const whole = pulumi.output(value) as unknown as Whole;
        return fromWhole(await whole.promise(true), spec, context, (pick) => whole.apply(pick, true));
    }
    const { items } = spec;
    if (Array.isArray(value) && items) {
        return Promise.all(value.map((item) => plain(item, items, context)));
    }
    if (!isObject(value)) return value;
    const properties = propertiesOf(spec, context.types);
    const fields = Object.entries(value).map(async ([name, field]) => {
        const property = properties[name];
        return [name, property?.plain ? await plain(field, property, context) : field];
    });
    return Object.fromEntries(await Promise.all(fields)) as object;
}

interface Whole {
    promise(withUnknowns: true): Promise<unknown>;
    apply(pick: Pick, runWithUnknowns: true): pulumi.Output<unknown>;
}

/** Finds a part of an output's value. */
type Pick = (whole: unknown) => unknown;

/** What stands in an output, or a part of it, with the fields as outputs that `outputOf` picks from it. */
function fromWhole(
    known: unknown,
    spec: TypeSpec,
    context: Context,
    outputOf: (pick: Pick) => pulumi.Output<unknown>,
): unknown {
    if (pulumi.isUnknown(known)) {
        context.onUnknown();
        return placeholder(
            spec,
            context.types,
            outputOf((it) => it),
        );
    }
    const part = (key: string | number, value: unknown, type: TypeSpec) =>
        fromWhole(value, type, context, (pick) => outputOf((whole) => pick((whole as Indexed)[key])));
    const { items } = spec;
    if (Array.isArray(known) && items) return known.map((item, i) => part(i, item, items));
    if (!isObject(known)) return known;
    const properties = propertiesOf(spec, context.types);
    const fields = Object.entries(known).map(([name, field]) => {
        const property = properties[name];
        return [
            name,
            property?.plain ? part(name, field, property) : outputOf((it) => (it as Indexed)[name]),
        ];
    });
    return Object.fromEntries(fields) as object;
}

type Indexed = Record<string | number, unknown>;

/** Stands for what is not known. A flag counts as set, as that allows most. */
function placeholder(spec: TypeSpec, types: Types, unknown: pulumi.Output<unknown>): unknown {
    if (spec.items) return [placeholder(spec.items, types, unknown)];
    const properties = Object.entries(propertiesOf(spec, types));
    if (properties.length === 0) return unknown;
    const fields = properties.filter(([, { plain }]) => !plain).map(([name]) => [name, unknown]);
    const flags = properties.filter(([, { plain, type }]) => plain && type === "boolean");
    return Object.fromEntries([...fields, ...flags.map(([name]) => [name, true])]) as object;
}

function propertiesOf({ $ref }: TypeSpec, types: Types): Record<string, TypeSpec> {
    const token = $ref?.replace("#/types/", "") ?? "";
    return types[token]?.properties ?? {};
}
