import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
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
    const processes = Object.entries(heaps).map(([row, options]) => ({ row, child: start(options) }));
    try {
        const turns = documentSizes.flatMap((n) =>
            processes.map(
                ({ row, child }) => [`${row}${n}`, async () => ({ time: await created(child, n) })] as const,
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
        for (const { child } of processes) child.kill();
    }
}

function start(options: readonly string[]): ChildProcess {
    const execArgv = [...options, "--require", join(projectFolder, "tests/register.js")];
    return fork(join(__dirname, "../documents/create.ts"), { execArgv });
}

async function created(child: ChildProcess, n: number): Promise<number> {
    child.send(n);
    const [milliseconds] = (await once(child, "message")) as [number];
    return milliseconds;
}
