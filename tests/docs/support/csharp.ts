import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";
import { placeOf, type Snippet } from "./snippets";

interface Property {
    type?: string;
    items?: Property;
    $ref?: string;
}
interface Type {
    properties?: Record<string, Property>;
    enum?: { name?: string; value: string }[];
}
interface Schema {
    types: Record<string, Type>;
    resources: Record<string, Type & { inputProperties: Record<string, Property> }>;
}

const schema = JSON.parse(readFileSync(join(projectFolder, "provider/schema.json"), "utf8")) as Schema;
const pascal = (name: string) => name[0]!.toUpperCase() + name.slice(1);
const lastPart = (token: string) => token.slice(token.lastIndexOf(":") + 1);

/** The names that the arguments of each type have in C#. */
const properties = new Map<string, readonly string[]>();
for (const [token, { properties: own, enum: values }] of Object.entries(schema.types)) {
    const name = lastPart(token);
    if (own !== undefined) properties.set(`${name}Args`, Object.keys(own).map(pascal));
    if (values !== undefined)
        properties.set(
            name,
            values.map((each) => each.name ?? pascal(each.value)),
        );
}
const [[token, component]] = Object.entries(schema.resources) as [[string, Schema["resources"][string]]];
properties.set(`${lastPart(token)}Args`, Object.keys(component.inputProperties).map(pascal));
const outputs = Object.keys(component.properties ?? {}).map(pascal);

/**
 * The names in the snippets that the schema does not have: C# is not compiled here, so its snippets are held against what the SDK
 * for .NET is generated from.
 */
export const wrongNames = (snippets: readonly Snippet[]): string[] => snippets.flatMap(wrongNamesIn);

function wrongNamesIn(snippet: Snippet): string[] {
    const { code } = snippet;
    const wrong: [at: number, reason: string][] = [];
    // The type that is initialized within each of the braces around a place.
    const within: string[] = [];
    let created = "";
    const tokens = /"(?:[^"\\]|\\.)*"|\/\/.*|\bnew (?:\w+\.)*(\w+)|(\w+)\.(\w+)|(\w+)(?=\s*=[^=>])|[{}]/g;
    for (const { 0: text, 1: type, 2: object, 3: member, 4: name, index } of code.matchAll(tokens)) {
        if (type !== undefined) created = type;
        if (text === "}") within.pop();
        if (text === "{") {
            within.push(created);
            created = "";
        }
        const owner = object ?? within.at(-1) ?? "";
        const names = owner === "access" ? outputs : properties.get(owner);
        const used = member ?? name;
        if (used !== undefined && names?.includes(used) === false) {
            wrong.push([index, `${owner} has no ${used}`]);
        }
    }
    return wrong.map(
        ([at, reason]) => `${placeOf(snippet, code.slice(0, at).split("\n").length)}: ${reason}`,
    );
}
