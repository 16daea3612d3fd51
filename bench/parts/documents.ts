import { join } from "node:path";
import { Forked } from "../../tests/support/forked";
import { inTurns } from "../measure/inTurns";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";
import { documentSizes } from "../tables";

/** The options of V8 for each row. */
const heaps = {
    documents: [],
    // The young generation has room for all that a turn creates.
    uncollected: ["--min-semi-space-size=512", "--max-semi-space-size=512"],
};

/** Each row in a process of its own, as the heap is laid out when a process starts. */
export async function documents(run: Run): Promise<Record<string, Rounds>> {
    const processes = Object.entries(heaps).map(([row, options]) => ({
        row,
        process: new Forked<number, number>(join(__dirname, "../documents/create.ts"), options),
    }));
    try {
        const turns = documentSizes.flatMap((n) =>
            processes.map(
                ({ row, process }) => [`${row}${n}`, async () => ({ time: await process.ask(n) })] as const,
            ),
        );
        const { time } = await inTurns(run, {
            title: "10 to 10,000 locations",
            rounds: roundsOf(run, rounds.documents),
            arms: Object.fromEntries(turns),
        });
        const rowsOf = (n: number) =>
            Object.fromEntries(Object.keys(heaps).map((row) => [row, time[`${row}${n}`]!]));
        return Object.fromEntries(documentSizes.map((n) => [`locations${n}`, rowsOf(n)]));
    } finally {
        for (const { process } of processes) await process.stop();
    }
}
