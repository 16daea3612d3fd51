import { configProperties } from "./config";
import type { Properties, Property, Type } from "./definition";
import type { Package } from "./server";

type Spec = Record<string, unknown>;

/** The package's schema, from the same tables by which resources are checked and compared. */
export function schemaOf({ version, resources, functions }: Package): Spec {
    const types: Record<string, Spec> = {};
    const specs = (properties: Properties) =>
        mapValues(properties, (property) => propertySpec(property, types));
    const inputs = (properties: Properties) =>
        select(properties, ({ given }) => given === "required" || given === "optional");

    const resourceSpec = (properties: Properties) => ({
        properties: specs(properties),
        required: Object.keys(
            select(properties, ({ given, computed }) => given === "required" || !!computed),
        ),
        inputProperties: specs(inputs(properties)),
        requiredInputs: requiredOf(properties),
    });
    const config = specs(configProperties);
    return {
        name: "aws",
        version,
        meta: { moduleFormat: "(.*)(?:/[^/]*)" },
        config: { variables: config },
        provider: { inputProperties: config },
        resources: Object.fromEntries(
            resources.flatMap(({ token, formerToken, properties }) =>
                [token, formerToken].filter(Boolean).map((each) => [each, resourceSpec(properties)]),
            ),
        ),
        functions: Object.fromEntries(
            functions.map(({ token, args, result }) => [
                token,
                {
                    inputs: { properties: specs(args), required: requiredOf(args) },
                    outputs: { properties: specs(result), required: Object.keys(result) },
                },
            ]),
        ),
        types,
    };
}

const requiredOf = (properties: Properties) =>
    Object.keys(select(properties, ({ given }) => given === "required"));

function propertySpec(property: Property, types: Record<string, Spec>): Spec {
    return {
        ...typeSpec(property.type, types),
        default: property.default,
        secret: property.secret,
        willReplaceOnChanges: property.replaces,
    };
}

function typeSpec(type: Type, types: Record<string, Spec>): Spec {
    switch (type.kind) {
        case "string":
        case "integer":
        case "number":
        case "boolean":
            return { type: type.kind };
        case "json":
            return type.document
                ? { type: "string", oneOf: [{ type: "string" }, { $ref: "pulumi.json#/Any" }] }
                : { type: "string" };
        case "list":
        case "set":
            return { type: "array", items: typeSpec(type.of, types) };
        case "map":
            return { type: "object", additionalProperties: typeSpec(type.of, types) };
        case "object":
            types[type.token] ??= {
                type: "object",
                properties: mapValues(type.fields, (field) => propertySpec(field, types)),
                required: requiredOf(type.fields),
            };
            return { $ref: `#/types/${type.token}` };
    }
}

const mapValues = <V, W>(record: Record<string, V>, map: (value: V) => W): Record<string, W> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

const select = (properties: Properties, keep: (property: Property) => boolean): Properties =>
    Object.fromEntries(Object.entries(properties).filter(([, property]) => keep(property)));
