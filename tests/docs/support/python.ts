import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTypes } from "../../support/languages/python/types";
import { placeOf, type Snippet } from "./snippets";

/** What every snippet takes as given, if it uses it and does not have its own: by the name, the statement. */
const known: Record<string, string> = {
    access: 'access = AuroraS3Access("sales")',
    AuroraS3Access: "from pulumi_aurora_s3_access import AuroraS3Access",
    AuroraEngine: "from pulumi_aurora_s3_access import AuroraEngine",
    pulumi_aurora_s3_access: "import pulumi_aurora_s3_access",
    raw: 'raw = aws.s3.Bucket("raw")',
    reports: 'reports = aws.s3.Bucket("reports")',
    key: 'key = aws.kms.Key("key")',
    cluster: 'cluster = aws.rds.Cluster("sales", engine="aurora-mysql")',
    aws: "import pulumi_aws as aws",
    pulumi: "import pulumi",
};

/** The program that a snippet is a part of: what it takes as given stands before its first line. */
function programOf({ code, given }: Snippet): { text: string; lines: number } {
    const added: string[] = [];
    for (const [name, statement] of Object.entries(known)) {
        const own = [given, code].join("\n");
        const use = new RegExp(`(^|[^\\w."'])${name}\\b(?!=)`, "m");
        const isOwn = new RegExp(
            `^(${name} = |(import|from) .*\\b${name}$|from .* import .*\\b${name}\\b)`,
            "m",
        );
        const isUsed = use.test(own.replace(/^(import|from) .*$/gm, "")) && !isOwn.test(own);
        // What the snippet imports itself is not there yet for what is taken as given.
        if (isUsed || use.test(added.join("\n").replace(/^(import|from) .*$/gm, "")))
            added.unshift(statement);
    }
    const before = `${added.join("; ")}\n${given}`;
    return { text: before + code, lines: before.split("\n").length - 1 };
}

/** What mypy and pyright say of the snippets, each as a program of its own, with the place in its page. */
export async function checkPython(snippets: readonly Snippet[]): Promise<string[]> {
    const folder = await mkdtemp(join(tmpdir(), "snippets-python-"));
    try {
        const programs = snippets.map((snippet) => ({ snippet, ...programOf(snippet) }));
        for (const [i, { text }] of programs.entries())
            await writeFile(join(folder, `snippet_${i}.py`), text);
        const told = await checkTypes(folder);
        return told.map((message) =>
            message.replace(
                /^(\w+): snippet_(\d+)\.py:(\d+): error:/,
                (_, checker: string, i: string, line: string) => {
                    const { snippet, lines } = programs[Number(i)]!;
                    return `${placeOf(snippet, Number(line) - lines)}: ${checker}:`;
                },
            ),
        );
    } finally {
        await rm(folder, { recursive: true });
    }
}
