import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { nodejs } from "../../tests/support/languages/nodejs";
import { cached } from "../../tools/cache";
import { projectFolder } from "../../tools/project";
import { runGuarded, spawnGuarded } from "../../tools/toolchain/processes";
import { withProgress } from "../../tools/toolchain/progress";
import { Cli } from "../measure/cli";
import { inTurns, timed } from "../measure/inTurns";
import { PeakMemory } from "../measure/peakMemory";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";

const source = join(__dirname, "../cdk");

/** What users would have instead, and `examples/typescript`. */
export async function cdk(run: Run): Promise<Record<string, Rounds>> {
    const modules = await fetched();
    const cli = await Cli.start("nodejs");
    try {
        const app = join(cli.folder, "cdk");
        await cp(source, app, { recursive: true });
        const program = join(cli.folder, "pulumi");
        await cp(join(projectFolder, "examples/typescript"), program, {
            recursive: true,
            filter: (file) => !file.includes("node_modules"),
        });
        await nodejs.install(program);
        const stack = await cli.makeStack(program, "test");
        return await inTurns(run, {
            title: "cdk synth and pulumi preview",
            rounds: roundsOf(run, rounds.cdk),
            arms: {
                cdk: () => synth(modules, app),
                pulumi: () => cli.previewWithMemory(stack),
            },
        });
    } finally {
        await cli.stop();
    }
}

/** `node_modules` with the CDK of the lock file. The project does not depend on it. */
async function fetched(): Promise<string> {
    const lock = await readFile(join(source, "package-lock.json"));
    const hash = createHash("sha256").update(lock).digest("hex").slice(0, 16);
    const folder = await cached(`bench-cdk-${hash}`, (unfinished) =>
        withProgress("AWS CDK: fetching into .cache, about 10 seconds", async () => {
            for (const file of ["package.json", "package-lock.json"])
                await cp(join(source, file), join(unfinished, file));
            const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
            await runGuarded("npm", ["ci", ...options], { cwd: unfinished });
        }),
    );
    return join(folder, "node_modules");
}

async function synth(modules: string, app: string): Promise<{ time: number; memory: number }> {
    await rm(join(app, "cdk.out"), { recursive: true, force: true });
    await mkdir(join(app, "home"), { recursive: true });
    let memory = 0;
    const time = await timed(async () => {
        const args = [join(modules, "aws-cdk/bin/cdk"), "synth", "--quiet", "--no-notices"];
        const child = spawnGuarded(process.execPath, args, {
            cwd: app,
            // It has settings and caches of its own, and tells nobody of this run.
            env: {
                ...process.env,
                NODE_PATH: [modules, join(projectFolder, "node_modules")].join(delimiter),
                HOME: join(app, "home"),
                CDK_DISABLE_CLI_TELEMETRY: "true",
                TS_NODE_COMPILER_OPTIONS: JSON.stringify({ module: "commonjs" }),
                PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
            },
            stdio: ["ignore", "ignore", "pipe"],
        });
        const complaints = text(child.stderr!);
        const peak = PeakMemory.of(child.pid!);
        const [code] = (await once(child, "close")) as [number | null];
        memory = peak.stop();
        if (code !== 0) throw new Error(`cdk synth ended with ${code}:\n${await complaints}`);
    });
    return { time, memory };
}
