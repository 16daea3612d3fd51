import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireGo, runGo } from "../../../tools/goModule";
import { identity } from "../../../tools/identity";
import { projectFolder } from "../../../tools/project";
import type { Snippet } from "./snippets";

const goModule = join(projectFolder, "examples/go");
const pulumiAws = "github.com/pulumi/pulumi-aws/sdk/v7/go/aws";

/** What a part of a program may use without an import of its own. */
const packages: Record<string, string> = {
    pulumi: "github.com/pulumi/pulumi/sdk/v3/go/pulumi",
    auroras3access: `${identity.goModule}/auroras3access`,
    iam: `${pulumiAws}/iam`,
    kms: `${pulumiAws}/kms`,
    rds: `${pulumiAws}/rds`,
    s3: `${pulumiAws}/s3`,
};
const given = [
    "ctx *pulumi.Context",
    "raw, reports *s3.Bucket",
    "key *kms.Key",
    "cluster *rds.Cluster",
    "access *auroras3access.AuroraS3Access",
].join(", ");

/** A whole program as it is, and a part of one as the body of a function, on the lines that it has in the page. */
function programOf({ code, given: own, line }: Snippet): string {
    if (/^package /m.test(code)) return "\n".repeat(line) + code;
    const imported = [...code.matchAll(/^import "(.*)"$/gm)].map(([, path]) => path!);
    const body = own + code.replace(/^import ".*"$/gm, "");
    const used = Object.entries(packages).flatMap(([name, path]) =>
        new RegExp(`\\b${name}\\.`).test(body + given) ? [path] : [],
    );
    const imports = [...new Set([...imported, ...used])].map((path) => `import ${JSON.stringify(path)};`);
    return [
        `package main; ${imports.join(" ")}`,
        `func snippet(${given}) error { {`,
        `${"\n".repeat(Math.max(line - 1 - own.split("\n").length, 0))}${body}}; return nil }`,
        "func main() {}",
    ].join("\n");
}

/** What the compiler says of the snippets, each as a package of its own, with the place in its page. */
export async function compileGo(snippets: readonly Snippet[]): Promise<string[]> {
    await requireGo("The snippets in Go", goModule);
    const folder = await mkdtemp(join(tmpdir(), "snippets-go-"));
    try {
        const goMod = await readFile(join(goModule, "go.mod"), "utf8");
        const sdk = JSON.stringify(join(projectFolder, "sdk/go"));
        await writeFile(join(folder, "go.mod"), goMod.replace(/=> \.\.\/\S+/, `=> ${sdk}`));
        await cp(join(goModule, "go.sum"), join(folder, "go.sum"));
        for (const [i, snippet] of snippets.entries()) {
            await mkdir(join(folder, `${i}`));
            await writeFile(join(folder, `${i}`, "main.go"), programOf(snippet));
        }
        return await runGo(folder, ["vet", "./..."], folder).then(
            () => [],
            ({ message }: Error) => {
                const told = [...message.matchAll(/(\d+)\/main\.go:(\d+):\d+: (.*)/g)];
                if (told.length === 0) throw new Error(message);
                return told
                    .sort(([, i], [, j]) => Number(i) - Number(j))
                    .map(([, i, line, reason]) => `${snippets[Number(i)]!.page}:${line}: ${reason}`);
            },
        );
    } finally {
        await rm(folder, { recursive: true });
    }
}
