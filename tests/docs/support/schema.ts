import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";

interface Property {
    $ref?: string;
    items?: Property;
}
interface Type {
    properties?: Record<string, Property>;
    enum?: { name: string; value: string }[];
}
interface Component {
    properties: Record<string, Property>;
    inputProperties: Record<string, Property>;
}
interface Schema {
    types: Record<string, Type>;
    resources: Record<string, Component>;
}

const schema = JSON.parse(readFileSync(join(projectFolder, "provider/schema.json"), "utf8")) as Schema;

export const types: readonly [name: string, type: Type][] = Object.entries(schema.types).map(
    ([token, type]) => [token.slice(token.lastIndexOf(":") + 1), type],
);
export const [component] = Object.values(schema.resources) as [Component];

/** The names of the properties of an object type. */
export const properties = (name: string): string[] =>
    Object.keys(types.find(([each]) => each === name)?.[1].properties ?? {});

/** The paths in an object of inputs that the schema does not have. */
export function unknownPaths(inputs: unknown, known = component.inputProperties, path = ""): string[] {
    if (typeof inputs !== "object" || inputs === null) return [];
    return Object.entries(inputs).flatMap(([name, value]: [string, unknown]) => {
        const at = path === "" ? name : `${path}.${name}`;
        const property = known[name];
        if (property === undefined) return [at];
        const { $ref } = property.items ?? property;
        const fields = types.find(([type]) => $ref?.endsWith(`:${type}`))?.[1].properties;
        if (fields === undefined) return [];
        if (!Array.isArray(value)) return unknownPaths(value, fields, at);
        return value.flatMap((item, i) => unknownPaths(item, fields, `${at}[${i}]`));
    });
}
