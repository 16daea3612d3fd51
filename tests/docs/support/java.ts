import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identity } from "../../../tools/identity";
import { projectFolder } from "../../../tools/project";
import { runGuarded } from "../../../tools/toolchain/processes";
import { languageEnvironment } from "../../support/languages";
import type { Snippet } from "./snippets";

const javaPackage = `${identity.javaBasePackage}.auroras3access`;

/** What a part of a program may use without an import or a declaration of its own. */
const imports = [
    "com.pulumi.*",
    "com.pulumi.core.*",
    "com.pulumi.aws.rds.*",
    `${javaPackage}.*`,
    `${javaPackage}.enums.*`,
    `${javaPackage}.inputs.*`,
];
const given: Record<string, string> = {
    ctx: "Context",
    raw: "com.pulumi.aws.s3.BucketV2",
    reports: "com.pulumi.aws.s3.BucketV2",
    key: "com.pulumi.aws.kms.Key",
    cluster: "com.pulumi.aws.rds.Cluster",
    access: `${javaPackage}.AuroraS3Access`,
};

/** A whole class as it is, and a part of one as the body of a method, on the lines that it has in the page. */
function programOf({ code, given: own, line }: Snippet, name: string): string {
    const pad = "\n".repeat(Math.max(line - own.split("\n").length, 0));
    const isImport = /^import [^;]+;$/gm;
    const imported = [...(code.match(isImport) ?? []), ...imports.map((each) => `import ${each};`)].join(" ");
    if (/^public (final )?class /m.test(code))
        return pad + `package ${name};` + code.replace(/^package .*;$/m, "");
    const body = own + code.replace(isImport, "");
    const parameters = Object.entries(given).filter(
        ([each]) => !new RegExp(`\\b(var|final|\\w+) ${each} =`).test(body),
    );
    const declared = parameters.map(([each, type]) => `${type} ${each}`).join(", ");
    return `package ${name}; ${imported} class Snippet { void snippet(${declared}) {\n${pad}${body}}}`;
}

/** What the compiler says of the snippets, each as a package of its own, with the place in its page. */
export async function compileJava(snippets: readonly Snippet[]): Promise<string[]> {
    const { env } = await languageEnvironment("java");
    const folder = await mkdtemp(join(tmpdir(), "snippets-java-"));
    try {
        await cp(join(projectFolder, "examples/java/pom.xml"), join(folder, "pom.xml"));
        for (const [i, snippet] of snippets.entries()) {
            const sources = join(folder, "src/main/java", `snippet${i}`);
            const [, name = "Snippet"] = /^public (?:final )?class (\w+)/m.exec(snippet.code) ?? [];
            await mkdir(sources, { recursive: true });
            await writeFile(join(sources, `${name}.java`), programOf(snippet, `snippet${i}`));
        }
        const options = { cwd: folder, env: { ...process.env, ...env } };
        return await runGuarded("mvn", ["--batch-mode", "--no-transfer-progress", "compile"], options).then(
            () => [],
            ({ message }: Error) => {
                const told = [
                    ...message.matchAll(/snippet(\d+)\/\w+\.java:\[(\d+),\d+\] (.*)(?:\n.*(symbol: .*))?/g),
                ];
                if (told.length === 0) throw new Error(message);
                const reasons = told.map(([, i, line, reason, symbol = ""]) =>
                    `${snippets[Number(i)]!.page}:${line}: ${reason} ${symbol}`.replace(/\s+/g, " ").trim(),
                );
                return [...new Set(reasons)];
            },
        );
    } finally {
        await rm(folder, { recursive: true });
    }
}
