import * as pulumi from "@pulumi/pulumi";
import { isDeferred, markSecret } from "../inputs/read";
import { isPlainObject } from "../values/known";

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
 * Takes apart the outputs that stand where the schema has plain lists and objects, so that outputs are left in the fields
 * alone: the Java SDK sends a list with an output in it as one output. The fields keep its dependencies, and stay secret.
 *
 * Where it is not known yet, one item stands for the list, with fields that are not known and plain flags that are `flag`.
 */
export async function takeApart(
    given: pulumi.Inputs,
    properties: Record<string, TypeSpec>,
    types: Types,
    flag: boolean,
): Promise<TakenApart> {
    const unknown = new Set<string>();
    const taken = fieldsOf(given).map(async ([name, value]) => {
        const spec = properties[name];
        const context = { types, flag, onUnknown: () => unknown.add(name) };
        return [name, spec?.plain ? await plain(value, spec, context) : withoutGaps(value)];
    });
    return { inputs: Object.fromEntries(await Promise.all(taken)) as pulumi.Inputs, unknown };
}

interface Context {
    types: Types;
    flag: boolean;
    onUnknown: () => void;
}

async function plain(value: unknown, spec: TypeSpec, context: Context): Promise<unknown> {
    if (isOutput(value)) {
        // No string and no flag: it must be known when the program runs, and so is refused in every run.
        if (!hasFields(spec, context.types))
            return pulumi.Output.isInstance(value) ? value : pulumi.output(value);
        if (isDeferred(value)) {
            const content = await contentOf(value);
            if (holdsMark(content)) return (await isSecretWhole(value)) ? stillSecret(content) : content;
        }
        // The SDK leaves out of its declarations how to look into an output that is known in parts.
        const whole = pulumi.output(value) as unknown as Whole;
        const apart = fromWhole(await whole.promise(true), spec, context, (pick) => whole.apply(pick, true));
        return (await whole.isSecret) ? stillSecret(apart) : apart;
    }
    const { items } = spec;
    if (Array.isArray(value) && items) {
        return Promise.all(value.map((item) => plain(item, items, context)));
    }
    if (!isPlainObject(value)) return value ?? nothing();
    const properties = propertiesOf(spec, context.types);
    const fields = fieldsOf(value).map(async ([name, field]) => {
        const property = properties[name];
        return [name, property?.plain ? await plain(field, property, context) : withoutGaps(field)];
    });
    return Object.fromEntries(await Promise.all(fields)) as object;
}

/** What an output or a promise holds, as it was sent. */
const contentOf = (value: unknown): Promise<unknown> =>
    pulumi.Output.isInstance(value) ? (value as unknown as Whole).promise(true) : (value as Promise<unknown>);

const isSecretWhole = async (value: unknown): Promise<boolean> =>
    pulumi.Output.isInstance(value) && (await (value as unknown as Whole).isSecret);

/** Whether there is an object in it that the SDK would take for an output and fail at: any dictionary can have the mark of one. */
function holdsMark(value: unknown): boolean {
    if (typeof value !== "object" || value === null || isDeferred(value)) return false;
    return pulumi.Output.isInstance(value) || Object.values(value).some(holdsMark);
}

/** Lists and objects are plain from now on, but what is said of them is not; what is neither is wrong here, and stays an output. */
function stillSecret(apart: unknown): unknown {
    return typeof apart === "object" && apart !== null ? markSecret(apart) : pulumi.secret(apart);
}

interface Whole {
    isSecret: Promise<boolean>;
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
        const unknown = outputOf((it) => it);
        if (hasFields(spec, context.types)) context.onUnknown();
        return placeholder(spec, context, unknown);
    }
    const part = (key: string | number, value: unknown, type: TypeSpec) =>
        fromWhole(value, type, context, (pick) => outputOf((whole) => pick((whole as Indexed)[key])));
    const { items } = spec;
    if (Array.isArray(known) && items) return known.map((item, i) => part(i, item, items));
    if (!isPlainObject(known)) return known ?? nothing();
    const properties = propertiesOf(spec, context.types);
    const fields = Object.entries(known).map(([name, field]: [string, unknown]) => {
        const property = properties[name];
        return [
            name,
            property?.plain ? part(name, field, property) : outputOf((it) => (it as Indexed)[name]),
        ];
    });
    return Object.fromEntries(fields) as object;
}

type Indexed = Record<string | number, unknown>;

/** Stands for what is not known; for a text or a flag, on which it depends what is made, nothing can. */
function placeholder(spec: TypeSpec, context: Context, unknown: pulumi.Output<unknown>): unknown {
    if (!hasFields(spec, context.types)) return unknown;
    if (spec.items) return [placeholder(spec.items, context, unknown)];
    const properties = Object.entries(propertiesOf(spec, context.types));
    const fields = properties.filter(([, { plain }]) => !plain).map(([name]) => [name, unknown]);
    const flags = properties.filter(([, { plain, type }]) => plain && type === "boolean");
    return Object.fromEntries([...fields, ...flags.map(([name]) => [name, context.flag])]) as object;
}

function hasFields(spec: TypeSpec, types: Types): boolean {
    return Object.keys(propertiesOf(spec.items ?? spec, types)).length > 0;
}

function propertiesOf({ $ref }: TypeSpec, types: Types): Record<string, TypeSpec> {
    const token = $ref?.replace("#/types/", "") ?? "";
    return types[token]?.properties ?? {};
}

/** In an update the SDK reads what is not known as undefined: that was given all the same, and must not look left out. */
function withoutGaps(value: unknown): unknown {
    if (pulumi.isUnknown(value)) return pulumi.output(value);
    if (Array.isArray(value)) return value.map(withoutGaps);
    if (!isPlainObject(value)) return value ?? nothing();
    return Object.fromEntries(fieldsOf(value).map(([name, field]) => [name, withoutGaps(field)]));
}

/** Given all the same, though it holds nothing. */
const nothing = () => pulumi.output(undefined);

/** Null is how a dictionary in Python leaves a field out. */
const fieldsOf = (value: object): [string, unknown][] =>
    Object.entries(value).filter(([, field]) => field !== null);

function isOutput(value: unknown): boolean {
    return isDeferred(value) || pulumi.isUnknown(value);
}
