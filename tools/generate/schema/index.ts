import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema, type PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { manifest, projectFolder } from "../../project";
import { exampleUsage } from "../docs/exampleUsage";
import { documentedTypes } from "./documentedTypes";
import { overlay } from "./overlay";

export const schemaFile = "provider/schema.json";

/** Writes the schema of the package below `folder`. */
export async function writeSchema(folder: string): Promise<void> {
    const file = join(folder, schemaFile);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(packageSchema(), undefined, 4)}\n`);
}

/** The schema of the package: the interfaces that the component is written against, and the overlay. */
export function packageSchema(): PackageSpec {
    const { name, version, description } = manifest;
    const entry = "provider/index.ts";
    const analyzer = new Analyzer(projectFolder, name, { main: entry }, new Set(["AuroraS3Access"]));
    const { components, typeDefinitions } = analyzer.analyze();
    const analyzed = generateSchema(name, version, description, components, typeDefinitions, []);
    const { resources, types } = forGenerators(analyzed);
    return {
        name,
        version,
        description,
        ...overlay,
        resources: withExamples(resources),
        types: documentedTypes(types, join(projectFolder, entry)),
    };
}

/** The component with examples after what its doc comment says. */
function withExamples(resources: PackageSpec["resources"]): PackageSpec["resources"] {
    return Object.fromEntries(
        Object.entries(resources).map(([token, { description, ...resource }]) => [
            token,
            { ...resource, description: `${description}\n\n${exampleUsage()}` },
        ]),
    );
}

/** What the analyzer leaves that the SDK generators cannot take. */
function forGenerators(analyzed: PackageSpec): PackageSpec {
    return JSON.parse(JSON.stringify(analyzed), (key, value: unknown) => {
        // Stands in `required` too, and is no word of the schema.
        if (key === "optional") return undefined;
        // Of plain lists of plain objects the Go SDK refers to a type that is never generated.
        if (key === "items" && isPlainReference(value)) return { $ref: value.$ref };
        return value;
    }) as PackageSpec;
}

function isPlainReference(value: unknown): value is { $ref: string } {
    return typeof value === "object" && value !== null && "$ref" in value && "plain" in value;
}
