import type { Properties, Property, ResourceType, Type } from "./definition";
import { autoName, configuredName, type Autonaming } from "./names";
import { hasUnknown, isObject, unknown, type Value, type Values } from "./values";

export interface Failure {
    property: string;
    reason: string;
}

export interface Checked {
    inputs: Values;
    failures: Failure[];
}

/** The input under which the names of those that Check filled in are kept, as Pulumi's Terraform bridge does. */
export const defaultsKey = "__defaults";

export interface CheckRequest {
    /** The resource's name in the program. */
    name: string;
    /** The checked inputs of before. */
    olds: Values;
    news: Values;
    seed: Uint8Array;
    /** The stack's own way to make names, where it has one. */
    autonaming?: Autonaming | undefined;
    defaultTags: Record<string, string>;
    /** The version that this plugin is installed as. */
    version: string;
}

/** Judges what a program gives a resource, and fills in names and defaults. */
export function check(type: ResourceType, request: CheckRequest): Checked {
    const { news, olds, version } = request;
    const { inputs, failures } = checkProperties(type.properties, news, version);

    const defaulted = defaultsOf(type.properties, inputs, { ...request, olds });
    Object.assign(inputs, defaulted);
    inputs[defaultsKey] = Object.keys(defaulted).sort();
    if (type.properties.tagsAll) inputs.tagsAll = allTags(request.defaultTags, inputs.tags);
    return { inputs, failures };
}

/** Judges values against a table of properties: a resource's inputs, a function's arguments, the configuration. */
export function checkProperties(properties: Properties, given: Values, version: string): Checked {
    const failures: Failure[] = [];
    const inputs = checkFields(properties, given, "", version, (property, reason) =>
        failures.push({ property, reason }),
    );
    return { inputs, failures };
}

type Fail = (property: string, reason: string) => void;

function checkFields(fields: Properties, given: Values, path: string, version: string, fail: Fail): Values {
    const at = (name: string) => (path ? `${path}.${name}` : name);
    const checked: Values = {};
    for (const [name, value] of Object.entries(given)) {
        const field = fields[name];
        if (field && isGiven(field) && value !== undefined) {
            checked[name] = checkValue(field.type, value, at(name), version, fail);
        } else if ((!field || field.given === "never") && name !== defaultsKey) {
            fail(at(name), unknownProperty(name, fields));
        }
    }
    for (const [name, field] of Object.entries(fields)) {
        // A resource's own defaults are kept apart: see defaultsOf.
        if (path && field.default !== undefined) checked[name] ??= field.default;
        if (isRequired(field, version) && checked[name] === undefined) {
            fail(
                at(name),
                `Missing required argument. The argument "${name}" is required, but no definition was found.`,
            );
        }
        if (
            field.conflictsWith &&
            checked[name] !== undefined &&
            checked[field.conflictsWith] !== undefined
        ) {
            fail(
                at(name),
                `Conflicting configuration arguments. "${name}": conflicts with "${field.conflictsWith}".`,
            );
        }
    }
    return checked;
}

const isGiven = ({ given }: Property) => given === "required" || given === "optional";

const isRequired = (property: Property, version: string) =>
    property.given === "required" ||
    (property.requiredBefore !== undefined && isBefore(version, property.requiredBefore));

function isBefore(version: string, other: string): boolean {
    return version.localeCompare(other, "en", { numeric: true }) < 0;
}

function unknownProperty(name: string, fields: Properties): string {
    const known = Object.keys(fields).filter((key) => isGiven(fields[key]!));
    return `Invalid or unknown key. The stand-in for the AWS provider has no "${name}" here; it has: ${known.join(", ")}.`;
}

function checkValue(type: Type, value: Value, path: string, version: string, fail: Fail): Value {
    if (value === unknown) return unknown;
    const expect = (what: string) => {
        fail(path, `Expected ${what}, got ${JSON.stringify(value)}.`);
        return value;
    };
    switch (type.kind) {
        case "string":
            return typeof value === "string" ? value : expect("a string");
        case "boolean":
            return typeof value === "boolean" ? value : expect("true or false");
        case "integer":
            return Number.isInteger(value) ? value : expect("an integer");
        case "number":
            return typeof value === "number" ? value : expect("a number");
        case "json":
            if (type.document && isObject(value)) return hasUnknown(value) ? unknown : JSON.stringify(value);
            return typeof value === "string" ? checkJson(value, path, fail) : expect("JSON text");
        case "list":
        case "set":
            if (!Array.isArray(value)) return expect("a list");
            return value.map((element, index) =>
                checkValue(type.of, element, `${path}[${index}]`, version, fail),
            );
        case "map":
            if (!isObject(value)) return expect("a map");
            return Object.fromEntries(
                Object.entries(value).map(
                    ([key, element]) =>
                        [key, checkValue(type.of, element, `${path}.${key}`, version, fail)] as const,
                ),
            );
        case "object":
            return isObject(value)
                ? checkFields(type.fields, value, path, version, fail)
                : expect("an object");
    }
}

function checkJson(text: string, path: string, fail: Fail): string {
    try {
        JSON.parse(text);
    } catch (error) {
        fail(path, `"${path}" contains an invalid JSON policy: ${(error as Error).message}`);
    }
    return text;
}

/** What Check fills in where the program gave nothing. A name that it made up before stays. */
function defaultsOf(
    properties: Properties,
    inputs: Values,
    { name, olds, seed, autonaming }: CheckRequest,
): Values {
    const wereDefaults = olds[defaultsKey] as string[] | undefined;
    const defaulted: Values = {};
    for (const [key, { default: fallback, autoName: naming, conflictsWith }] of Object.entries(properties)) {
        if (inputs[key] !== undefined || (conflictsWith && inputs[conflictsWith] !== undefined)) continue;
        if (naming) {
            const before = wereDefaults?.includes(key) === false ? undefined : olds[key];
            defaulted[key] =
                before ??
                (autonaming
                    ? configuredName(autonaming, naming)
                    : autoName(naming.transform?.(name) ?? name, naming.maxLength, seed));
        } else if (fallback !== undefined) {
            defaulted[key] = fallback;
        }
    }
    return defaulted;
}

/** The provider's default tags and the resource's own, which win. */
function allTags(defaultTags: Record<string, string>, tags: Value): Value {
    return hasUnknown(tags) ? unknown : { ...defaultTags, ...(tags as Values | undefined) };
}
