import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodejs } from "../../../tests/support/languages/nodejs";
import { cacheFolder } from "../../cache";

/** What is known of a run until all that it created is gone. */
export interface RunRecord {
    name: string;
    account: string;
    region: string;
}

/** The folders of the runs: each has the state of its stack, so that a later run can destroy what this one has left. */
export class Runs {
    constructor(private readonly folder = join(cacheFolder, "awsTest")) {}

    folderOf(name: string): string {
        return join(this.folder, name);
    }

    /** Before anything is created in AWS. */
    async begin(record: RunRecord): Promise<void> {
        const folder = this.folderOf(record.name);
        await mkdir(join(folder, "state"), { recursive: true });
        await cp(join(__dirname, "../program"), join(folder, "program"), { recursive: true });
        await nodejs.install(join(folder, "program"));
        await writeFile(join(folder, "run.json"), JSON.stringify(record));
    }

    async left(): Promise<RunRecord[]> {
        if (!existsSync(this.folder)) return [];
        const records: RunRecord[] = [];
        for (const name of (await readdir(this.folder)).sort()) {
            const file = join(this.folder, name, "run.json");
            if (existsSync(file)) records.push(JSON.parse(await readFile(file, "utf8")) as RunRecord);
        }
        return records;
    }

    /** Once nothing of it is in AWS. */
    async end({ name }: RunRecord): Promise<void> {
        await rm(this.folderOf(name), { recursive: true });
    }
}
