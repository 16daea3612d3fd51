import { component, types } from "./schema";
import { placeOf, type Snippet } from "./snippets";

const pascal = (name: string) => name[0]!.toUpperCase() + name.slice(1);

/** The names that the arguments of each type, and the values of each enum, have in C#. */
const namesOf = new Map<string, readonly string[]>([
    ["AuroraS3AccessArgs", Object.keys(component.inputProperties).map(pascal)],
    ["access", Object.keys(component.properties).map(pascal)],
]);
for (const [name, { properties, enum: values }] of types) {
    if (properties !== undefined) namesOf.set(`${name}Args`, Object.keys(properties).map(pascal));
    if (values !== undefined)
        namesOf.set(
            name,
            values.map((value) => value.name),
        );
}

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
        const used = member ?? name;
        if (used !== undefined && namesOf.get(owner)?.includes(used) === false) {
            wrong.push([index, `${owner} has no ${used}`]);
        }
    }
    return wrong.map(
        ([at, reason]) => `${placeOf(snippet, code.slice(0, at).split("\n").length)}: ${reason}`,
    );
}
