import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import type { IncomingMessage } from "node:http";
import { constructRequest } from "../../tests/plugin/support/construct";
import { startEngine } from "../../tests/plugin/support/engine";
import { Monitor } from "../../tests/plugin/support/monitor";
import { Plugin } from "../../tests/plugin/support/plugin";
import type { Props } from "../../tests/plugin/support/wire";
import { projectFolder } from "../../tools/project";
import { largeInputs } from "../measure/largeInputs";
import { inTurns } from "../measure/inTurns";
import { argsOf, plainPlaces } from "../programs/args";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";
import { constructSteps } from "../tables";

/** What is wrong in many ways. */
const malformed: Props[] = [
    {},
    { importFrom: "raw" },
    { importFrom: [{ bucket: 7 }], clusters: { clusterIdentifier: "sales" } },
    { importFroms: [{ bucket: "raw" }], exportTo: null },
    { importFrom: [{ bucket: "Raw!" }], tags: ["a"], engine: "postgres" },
];

/** Over gRPC, without an engine, sixteen requests at a time as the engine sends them. */
export async function memory(run: Run): Promise<Record<string, Rounds>> {
    const results: Record<"heap" | "resident", Rounds> = { heap: {}, resident: {} };
    await inTurns(run, {
        title: "one process, to its last request",
        rounds: roundsOf(run, rounds.memory),
        warmUp: false,
        arms: {
            plugin: async () => {
                await ofOneProcess(run, (name, { heapUsed, rss }) => {
                    (results.heap[name] ??= []).push(heapUsed / 1_000_000);
                    (results.resident[name] ??= []).push(rss / 1_000_000);
                });
                return {};
            },
        },
    });
    return results;
}

async function ofOneProcess(
    run: Run,
    tell: (name: string, memory: NodeJS.MemoryUsage) => void,
): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "bench-memory-"));
    const socket = join(folder, "socket");
    const engine = await startEngine();
    const plugin = await Plugin.start({
        command: process.execPath,
        args: [
            "--no-warnings",
            "--expose-gc",
            "--require",
            join(__dirname, "../memory/collected.js"),
            join(projectFolder, "bin/plugin.js"),
            engine.address,
        ],
        env: { ...process.env, BENCH_MEMORY_SOCKET: socket },
    });
    try {
        let constructs = 0;
        for (const step of constructSteps) {
            // Of the same steps, fewer.
            const target = run.quick ? step / 100 : step;
            await construct(plugin, target - constructs, () => argsOf(plainPlaces));
            constructs = target;
            tell(String(step), await memoryAt(socket));
        }
        await construct(plugin, run.quick ? 50 : 1000, (i) => malformed[i % malformed.length]!);
        tell("malformed", await memoryAt(socket));
        const { string, invalidLocations, invalidTags, unknownProperties } = largeInputs;
        const huge = [string, invalidLocations, invalidTags, unknownProperties];
        await construct(plugin, run.quick ? 4 : 20, (i) => huge[i % huge.length] as unknown as Props);
        tell("huge", await memoryAt(socket));
    } finally {
        await plugin.stop();
        engine.stop();
        await rm(folder, { recursive: true });
    }
}

/** With a resource monitor for these alone, as each deployment has one. Errors are answers too. */
async function construct(plugin: Plugin, count: number, inputs: (i: number) => Props): Promise<void> {
    const monitor = await Monitor.start();
    let next = 0;
    const oneAfterAnother = async () => {
        while (next < count) {
            const i = next++;
            const request = constructRequest(monitor.address, inputs(i), { name: `access-${i}` });
            await plugin.call("construct", request).catch(() => undefined);
        }
    };
    try {
        await Promise.all(Array.from({ length: 16 }, oneAfterAnother));
    } finally {
        monitor.stop();
    }
}

async function memoryAt(socketPath: string): Promise<NodeJS.MemoryUsage> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        request({ socketPath }, resolve).on("error", reject).end();
    });
    return (await json(answer)) as NodeJS.MemoryUsage;
}
