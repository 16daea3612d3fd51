import assert from "node:assert/strict";
import { usePluginOnPath } from "../pluginOnPath";
import { type Accident, accidentOf } from "./accident";
import type { Happening, Seen } from "./happen";
import { startLane } from "./lane";
import { useRows } from "./rows";

/** An accident, and what is to come of it where that is not the same as of all others. */
export interface Row extends Happening {
    /** What AWS then holds and no state knows. */
    orphans?: string[];
    /** What a state holds that AWS has not any more; the next run puts that right. */
    ghosts?: string[];
    /** What the next run tells, if it fails. */
    nextTells?: RegExp;
}

/**
 * Lets each accident happen, and claims that the run fails as it should or not at all; that the next run, after what a user is told
 * to do, ends well with nothing left to change; that after each the state and AWS hold the same; and that nothing was lost to
 * the cluster meanwhile.
 */
export function claimAccidents(about: string, rows: readonly Row[]): void {
    describe(about, () => {
        const lanes: ReturnType<typeof startLane>[] = [];
        usePluginOnPath();
        before(() => void lanes.push(startLane(), startLane()));
        const seenOf = useRows(rows, async (row) => {
            const lane = lanes.pop()!;
            try {
                return await lane.happen(row);
            } finally {
                lanes.push(lane);
            }
        });
        const lines: string[][] = [["during", "accident", "at", "what happened", "next", "orphans"]];
        after(async () => {
            await Promise.all(lanes.map((lane) => lane.stop()));
            print(lines);
        });

        for (const row of rows) {
            const { during, accident: name, at, remedy, orphans = [], ghosts = [], nextTells } = row;
            const remedied = remedy ? `, then ${remedy}` : "";
            it(`${during}: ${name} at ${at}${remedied}`, async () => {
                const seen = await seenOf(row);
                const accident = accidentOf(name);
                assertTold(seen.told, accident.tells, "the run");
                assert.equal(seen.faults, faultsOf(accident), "faults");
                assert.deepEqual(seen.afterwards, { onlyInAws: orphans, onlyInState: ghosts }, "after it");
                assert.deepEqual(seen.lost, [], "what the cluster could not do meanwhile");
                assertTold(seen.next.told, nextTells, "the next run");
                if (!nextTells) assert.deepEqual(seen.left, [], "what is left to do");
                const kept = remedy && !nextTells ? [] : orphans;
                assert.deepEqual(seen.end, { onlyInAws: kept, onlyInState: [] }, "at the end");
                lines.push([during, name + remedied, at, inShort(seen.told), nextOf(seen), kept.join(", ")]);
            });
        }
    });
}

const faultsOf = (accident: Accident) => ("error" in accident ? (accident.times ?? 1) : 0);

function assertTold(told: string, expected: RegExp | undefined, who: string): void {
    if (expected) assert.match(told, expected, who);
    else assert.equal(told, "", who);
}

/** The plugin that was killed, the signal that the engine was killed by, or the name of AWS's error. */
const inShort = (told: string) =>
    told === ""
        ? "ended well"
        : (/SIGKILL|cancell?ed|(?<=RequestID: \S+, )\w+|[\w-]+(?= exited prematurely)/.exec(told)?.[0] ??
          "failed");

const nextOf = ({ next: { told, steps } }: Seen) =>
    told === "" ? `clean (steps: ${steps.length})` : `fails: ${inShort(told)}`;

function print(lines: string[][]): void {
    const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
    for (const line of lines)
        console.log(
            line
                .map((cell, i) => cell.padEnd(widths[i]!))
                .join(" | ")
                .trimEnd(),
        );
}
