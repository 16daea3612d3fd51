import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTypes } from "../../support/languages/python/types";
import { placeOf, type Snippet } from "./snippets";

/** What every snippet takes as given, if it uses it and does not have its own: by the name, the statement. */
const known: Record<string, string> = {
    access: 'access = given_own.AuroraS3Access("sales")',
    raw: 'raw = given_aws.s3.Bucket("raw")',
    reports: 'reports = given_aws.s3.Bucket("reports")',
    key: 'key = given_aws.kms.Key("key")',
    cluster: 'cluster = given_aws.rds.Cluster("sales", engine="aurora-mysql")',
    AuroraS3Access: "from pulumi_aurora_s3_access import AuroraS3Access",
    AuroraEngine: "from pulumi_aurora_s3_access import AuroraEngine",
    aws: "import pulumi_aws as aws",
    pulumi: "import pulumi",
    // Under names of their own, as the snippet may import both only after this.
    given_own: "import pulumi_aurora_s3_access as given_own",
    given_aws: "import pulumi_aws as given_aws",
};

/** The program that a snippet is a part of: what it takes as given stands before its first line. */
function programOf({ code, given }: Snippet): { text: string; lines: number } {
    const added: string[] = [];
    for (const [name, statement] of Object.entries(known)) {
        const all = [...added, given, code].join("\n");
        const isUsed = new RegExp(`(^|[^\\w."'])${name}[.(,)\\]\\s]`, "m").test(all);
        const isOwn = new RegExp(
            `^(${name} = |import (.* as )?${name}$|from .* import .*\\b${name}\\b)`,
            "m",
        );
        if (isUsed && !isOwn.test(all)) added.unshift(statement);
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
