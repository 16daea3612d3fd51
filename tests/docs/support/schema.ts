import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";

interface Type {
    properties?: Record<string, unknown>;
    enum?: { name: string; value: string }[];
}
interface Component {
    properties: Record<string, unknown>;
    inputProperties: Record<string, unknown>;
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
