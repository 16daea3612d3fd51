import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withProgress } from "../toolchain/progress";
import type { Artefact } from "./release";
import { type Row, table } from "./table";

/** What was created and checked, and all that went wrong. */
export class Report {
    private readonly rows: Row[] = [];
    private readonly problems: string[] = [];

    /** `folder` is where the files of the artefacts lie. */
    constructor(private readonly folder: string) {}

    problem(what: string, error: Error): void {
        this.problems.push(`${what}:\n${error.message}`);
    }

    /** Runs the checks of the artefact, each in an empty folder of its own. */
    async check({ files, contents, checks }: Artefact): Promise<void> {
        const [name = contents, ...others] = files;
        const passed: string[] = [];
        const failed: string[] = [];
        const notRun: string[] = [];
        for (const { claim, run, unless } of checks) {
            const reason = await unless?.();
            if (reason) {
                notRun.push(`${claim} (${reason})`);
                // In CI, what did not run did not pass.
                if (process.env.CI)
                    this.problem(`${name}: ${claim}`, new Error(`It was not run: ${reason}.`));
                continue;
            }
            const empty = await mkdtemp(join(tmpdir(), "release-check-"));
            try {
                await withProgress(`${name}: ${claim}`, () => run(empty));
                passed.push(claim);
            } catch (error) {
                failed.push(claim);
                this.problem(`${name}: ${claim}`, error as Error);
            } finally {
                await rm(empty, { recursive: true, force: true });
            }
        }
        if (files.length === 0) this.rows.push({ name, contents: "", passed, failed, notRun });
        else this.rows.push({ name, bytes: await this.size(name), contents, passed, failed, notRun });
        for (const other of others) {
            this.rows.push({
                name: other,
                bytes: await this.size(other),
                contents: "",
                passed: [],
                failed: [],
            });
        }
    }

    private async size(file: string): Promise<number | undefined> {
        try {
            return (await stat(join(this.folder, file))).size;
        } catch (error) {
            this.problem(`${file} was not created`, error as Error);
            return undefined;
        }
    }

    /** Prints the table and then all problems; whether there are none. */
    print(): boolean {
        console.log(`\n${table(this.rows)}`);
        for (const problem of this.problems) console.error(`\n${problem}`);
        const count = this.problems.length;
        if (count > 0) console.error(`\n${count} ${count === 1 ? "problem" : "problems"}.`);
        return count === 0;
    }
}
