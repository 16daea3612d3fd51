import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { awsSdkVersion, projectFolder } from "../../../tools/project";
import { TestStack } from "../../support/engine";
import type { Setup } from "../../support/setUp";
import { component, unknownPaths } from "./schema";
import { placeOf, type Snippet } from "./snippets";

interface Program {
    name?: string;
    runtime?: unknown;
    plugins?: unknown;
    resources?: Record<string, { type: string; options?: object }>;
    variables?: object;
    outputs?: object;
}

/** What a part of a program may use without a declaration of its own. */
const known: Record<string, { type: string; properties?: object }> = {
    raw: { type: "aws:s3:Bucket" },
    reports: { type: "aws:s3:Bucket" },
    key: { type: "aws:kms:Key" },
    cluster: { type: "aws:rds:Cluster", properties: { engine: "aurora-mysql" } },
};

/** Whether a snippet is a program, or the resources of one. */
export const isProgram = ({ code }: Snippet): boolean => /^resources:/m.test(code);

/** The whole program, with the plugin of this project. */
function programOf({ code, given }: Snippet): Program {
    const [own, before] = [code, given].map((text) => (parse(text) ?? {}) as Program) as [Program, Program];
    const used = Object.entries(known).filter(([name]) => code.includes(`\${${name}`));
    return {
        name: "snippet",
        runtime: "yaml",
        ...own,
        plugins: { providers: [{ name: "aurora-s3-access", path: join(projectFolder, "bin") }] },
        variables: { ...before.variables, ...own.variables },
        resources: { ...Object.fromEntries(used), ...before.resources, ...own.resources },
    };
}

/** The names in a snippet that the component does not have, also where it cannot be previewed. */
export function unknownNames(snippet: Snippet): string[] {
    const inputs = accessesIn(parse(snippet.code)).flatMap(({ properties }) => unknownPaths(properties));
    const outputs = [...snippet.code.matchAll(/\$\{access\.(\w+)/g)].map(([, name]) => name!);
    const unknown = [...inputs, ...outputs.filter((name) => !(name in component.properties))];
    return unknown.map((name) => `${placeOf(snippet)}: AuroraS3Access has no ${name}`);
}

function accessesIn(value: unknown): { properties?: unknown }[] {
    if (typeof value !== "object" || value === null) return [];
    const isAccess = "type" in value && value.type === "aurora-s3-access:AuroraS3Access";
    return [
        ...(isAccess ? [value as { properties?: unknown }] : []),
        ...Object.values(value).flatMap(accessesIn),
    ];
}

/** What the engine says of the snippets' previews, with the page. */
export async function preview(snippets: readonly Snippet[], { stack: options }: Setup): Promise<string[]> {
    const told: string[] = [];
    for (const snippet of snippets) {
        const folder = await mkdtemp(join(tmpdir(), "snippet-yaml-"));
        const program = programOf(snippet);
        for (const [, resource] of Object.entries(program.resources ?? {})) {
            // The stand-in for the AWS provider is there in this version only.
            if (resource.type.startsWith("aws:"))
                resource.options = { version: awsSdkVersion, ...resource.options };
        }
        await writeFile(join(folder, "Pulumi.yaml"), stringify(program));
        const stack = await TestStack.fromFolder(folder, options);
        try {
            await stack.preview();
        } catch (error) {
            told.push(`${placeOf(snippet)}: ${(error as Error).message}`);
        } finally {
            stack.dispose();
            await rm(folder, { recursive: true });
        }
    }
    return told;
}
