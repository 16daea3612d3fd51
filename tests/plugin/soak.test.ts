import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import fc from "fast-check";
import { projectFolder } from "../../tools/project";
import { poisoned } from "../support/hostile/poisoned";
import { wirePoison } from "../support/hostile/poisons";
import { validConfiguration } from "../support/inputs/configurations";
import { seed } from "../support/inputs/runs";
import { constructRequest, type Asked } from "./support/construct";
import { startEngine, type Engine } from "./support/engine";
import { Monitor } from "./support/monitor";
import { refusalOf, withNestedLists } from "./support/nested";
import { Plugin } from "./support/plugin";
import { struct, type Props } from "./support/wire";

/** How many Constructs one process answers: 10,000 before a release. */
const numConstructs = Number(process.env.NUM_CONSTRUCTS ?? 500);

/** The first steps warm the process up: Node.js compiles, and caches fill. The halves of the others are compared. */
const warmUp = 4;
const steps = 12;

const megabyte = 1_000_000;
/** What the heap of the second half may have more than that of the first: less than a kilobyte for each of 10,000 Constructs. */
const mostGrowth = 2.5 * megabyte;

const malformed: Asked[] = [
    { change: (it) => it.setType("aurora-s3-access:index:Bucket") },
    { change: (it) => it.setName("") },
    { change: (it) => it.clearInputs() },
    { change: (it) => it.setMonitorendpoint("127.0.0.1:1") },
    { change: (it) => it.setInputs(struct({ importFrom: { "4dabf18193072939515e22adb298388d": "f00" } })) },
    { name: "n".repeat(100_000) },
];

describe("a plugin that answers many Constructs, good, bad and malformed", function () {
    this.timeout(3_600_000);

    let folder: string;
    let engine: Engine;
    let plugin: Plugin;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "soak-"));
        engine = await startEngine();
        const collected = join(projectFolder, "bench/memory/collected.js");
        plugin = await Plugin.start({
            command: process.execPath,
            args: [
                ...["--no-warnings", "--expose-gc", "--require", collected],
                ...[join(projectFolder, "bin/plugin.js"), engine.address],
            ],
            env: { ...process.env, BENCH_MEMORY_SOCKET: join(folder, "socket") },
        });
    });
    after(async () => {
        await plugin.stop();
        engine.stop();
        await rm(folder, { recursive: true });
    });

    it("needs no more memory at the end than in the middle", async () => {
        const samples = { seed, numRuns: Math.ceil(numConstructs / 2) };
        const good = fc.sample(validConfiguration.filter(isSmall), samples);
        const bad = fc
            .sample(poisoned(wirePoison), samples)
            .map(({ inputs }) => inputs())
            .filter(isSmall);
        const counts = { answered: 0, refused: 0 };
        const memory: NodeJS.MemoryUsage[] = [];
        for (let step = 0; step < steps; step++) {
            const count = Math.ceil(numConstructs / steps);
            await constructs(
                count,
                step * count,
                (monitor, i) => {
                    if (i % 100 === 99) return nested(monitor);
                    if (i % 10 === 9)
                        return call(monitor, good[0] as Props, malformed[((i / 10) | 0) % malformed.length]);
                    const inputs = i % 2 === 0 ? good : bad;
                    return call(monitor, inputs[(i >> 1) % inputs.length] as Props);
                },
                counts,
            );
            engine.logged.length = engine.messages.length = 0;
            memory.push(await memoryNow());
        }
        const heaps = memory.slice(warmUp).map(({ heapUsed }) => heapUsed);
        const growth = mean(heaps.slice(heaps.length / 2)) - mean(heaps.slice(0, heaps.length / 2));
        const inMegabytes = (bytes: number) => (bytes / megabyte).toFixed(1);
        console.log(
            `      ${counts.answered} answered, ${counts.refused} refused; heap in MB ${memory.map(({ heapUsed }) => inMegabytes(heapUsed)).join(" ")}, ` +
                `growth ${inMegabytes(growth)}; resident ${memory.map(({ rss }) => inMegabytes(rss)).join(" ")}`,
        );
        assert.ok(
            counts.answered > numConstructs / 3 && counts.refused > numConstructs / 5,
            JSON.stringify(counts),
        );
        assert.ok(growth < mostGrowth, `the heap grew by ${growth} bytes`);
        assert.ok(plugin.runs);
    });

    const call = (monitor: Monitor & { address: string }, inputs: Props, asked: Asked = {}) =>
        plugin.call("construct", constructRequest(monitor.address, inputs, asked));

    const nested = async (monitor: Monitor & { address: string }) => {
        const bytes = withNestedLists(constructRequest(monitor.address, {}), "importFrom", 10_000);
        throw await refusalOf(plugin.printed[0]!, bytes);
    };

    /** Sixteen at a time, as the engine asks, with a resource monitor for these alone, as each deployment has one. */
    async function constructs(
        count: number,
        from: number,
        send: (monitor: Monitor & { address: string }, i: number) => Promise<unknown>,
        counts: { answered: number; refused: number },
    ): Promise<void> {
        const monitor = await Monitor.start();
        let next = from;
        const oneAfterAnother = async () => {
            while (next < from + count) {
                await send(monitor, next++).then(
                    () => counts.answered++,
                    () => counts.refused++,
                );
            }
        };
        await Promise.all(Array.from({ length: 16 }, oneAfterAnother));
        monitor.stop();
    }

    /** After a garbage collection. */
    async function memoryNow(): Promise<NodeJS.MemoryUsage> {
        const answer = await new Promise<IncomingMessage>((resolve, reject) => {
            request({ socketPath: join(folder, "socket") }, resolve)
                .on("error", reject)
                .end();
        });
        return (await json(answer)) as NodeJS.MemoryUsage;
    }
});

/** So that they are many. */
const isSmall = (inputs: object) => JSON.stringify(inputs).length < 2000;

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
