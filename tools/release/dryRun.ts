import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../project";
import { withProgress } from "../toolchain/progress";
import { makeArtefacts } from "./artefacts";
import { sha256 } from "./artefacts/files";
import { published } from "./published";
import { type Artefact, type Check, type Release, releaseIn } from "./release";
import { type Row, table } from "./table";

const problems: string[] = [];

/** Creates everything that a release consists of and one machine can create into `dist`, and checks it as users get it. */
async function dryRun(): Promise<void> {
    const release = releaseIn(join(projectFolder, "dist"));
    await rm(release.folder, { recursive: true, force: true });
    const { artefacts, failures } = await makeArtefacts(release);
    for (const { what, error } of failures) problems.push(`${what} could not be created:\n${error.message}`);

    const rows: Row[] = [];
    await withSecondMaking(release, async (sameBytes) => {
        for (const artefact of artefacts) {
            const checks = [...artefact.checks, sameBytes(artefact)];
            rows.push(...(await checkedRows(release, { ...artefact, checks })));
        }
    });
    rows.push(...(await publishedRows(release)));

    console.log(`\n${table(rows)}`);
    if (problems.length > 0) {
        console.error(
            `\n${problems.map((problem) => `- ${problem}`).join("\n\n")}\n\n${problems.length} of the checks failed.`,
        );
        process.exitCode = 1;
    }
}

async function withSecondMaking(
    release: Release,
    use: (sameBytes: (artefact: Artefact) => Check) => Promise<void>,
): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "release-again-"));
    try {
        await makeArtefacts({ ...release, folder }, ", once more");
        await use(({ files }) => ({
            claim: "same bytes when created again",
            run: async () => {
                for (const file of files) {
                    const [first, second] = await Promise.all(
                        [release.folder, folder].map((each) => sha256(join(each, file))),
                    );
                    if (first !== second) throw new Error(`${file} has other bytes each time.`);
                }
            },
        }));
    } finally {
        await rm(folder, { recursive: true });
    }
}

async function publishedRows(release: Release): Promise<Row[]> {
    try {
        const { artefact, end } = await published();
        try {
            return await checkedRows(release, artefact);
        } finally {
            await end();
        }
    } catch (error) {
        problems.push(`With a repository: ${(error as Error).message}`);
        return [];
    }
}

/** Runs the checks, each in an empty folder of its own. */
async function checkedRows(release: Release, { files, contents, checks }: Artefact): Promise<Row[]> {
    const [first = contents, ...others] = files;
    const passed: string[] = [];
    const failed: string[] = [];
    for (const { claim, run } of checks) {
        const empty = await mkdtemp(join(tmpdir(), "release-check-"));
        try {
            await withProgress(`${first}: ${claim}`, () => run(empty));
            passed.push(claim);
        } catch (error) {
            failed.push(claim);
            problems.push(`${first}: ${claim}:\n${(error as Error).message}`);
        } finally {
            await rm(empty, { recursive: true, force: true });
        }
    }
    const bytes = (file: string) => stat(join(release.folder, file)).then(({ size }) => size);
    return [
        {
            name: first,
            contents: files.length === 0 ? "" : contents,
            passed,
            failed,
            ...(files.length > 0 && { bytes: await bytes(first) }),
        },
        ...(await Promise.all(
            others.map(async (name) => ({
                name,
                bytes: await bytes(name),
                contents: "",
                passed: [],
                failed: [],
            })),
        )),
    ];
}

void dryRun();
