import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { PartName } from "../tables";

/** One number for each round, by row. */
export type Rounds = Record<string, number[]>;

/** Where and when a part was measured last: each may have been at another time. */
export interface Taken {
    /** Only to see that it works. */
    quick?: boolean;
    date: string;
    machine: string;
    versions: Record<string, string>;
    /** A hash of what is measured and of what measures. */
    sources: string;
    /** How many runs the rounds are of. */
    runs: number;
    /** Of the last run. */
    seconds: number;
}

export interface Measured {
    taken: Taken;
    /** By table. */
    rounds: Record<string, Rounds>;
}

export type Results = Partial<Record<PartName, Measured>>;

export async function readResults(file: string): Promise<Results> {
    try {
        return JSON.parse(await readFile(file, "utf8")) as Results;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
        throw error;
    }
}

/** The rounds of a row on a line, which shows in a diff what was measured again. */
export async function writeResults(file: string, results: Results): Promise<void> {
    const text = JSON.stringify(results, undefined, 4).replace(/\[[^[\]{}"]*\]/g, (numbers) =>
        numbers.replace(/\s+/g, " "),
    );
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${text}\n`);
}
