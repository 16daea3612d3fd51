import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "tar";
import { cached } from "../../../tools/cache";
import { manifest } from "../../../tools/project";
import { spawnGuarded } from "../../../tools/toolchain/processes";
import { withProgress } from "../../../tools/toolchain/progress";
import { npm } from "../npmPackage";
import { versionHere } from "../npmProject";

const packages = [
    ...["@pulumi/pulumi", "@pulumi/aws", "mocha"].map((name) => `${name}@${versionHere(name)}`),
    "jest@30.5.2",
    "vitest@4.1.12",
];

/** With which arguments each test runner runs the one test of a name. */
export const runners = {
    // It would find the settings of this project.
    mocha: (test: string) => ["mocha/bin/mocha.js", "--no-config", "--grep", test, "access.test.js"],
    jest: (test: string) => ["jest/bin/jest.js", "--ci", "--testNamePattern", test, "access.test.js"],
    vitest: (test: string) => ["vitest/vitest.mjs", "run", "--testNamePattern", test, "access.test.mjs"],
};

export type Runner = keyof typeof runners;

/** An npm project of a user who writes unit tests. */
export interface UnitTestProject {
    /** Runs the test of this name, and gives what the runner printed, on one line, and its exit code. */
    run: (runner: Runner, test: string, options?: readonly string[]) => Promise<Ran>;
    remove: () => Promise<void>;
}

export interface Ran {
    code: number;
    printed: string;
}

/** The packed package in a project of its own, below one that has the SDKs and the runners and is made once. */
export async function unitTestProject(tarball: string): Promise<UnitTestProject> {
    const folder = await mkdtemp(join(await projectWithRunners(), "project-"));
    const installed = join(folder, "node_modules", manifest.name);
    await mkdir(installed, { recursive: true });
    await extract({ file: tarball, cwd: installed, strip: 1 });
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "unit-tests", private: true }));
    for (const file of ["access.test.js", "access.test.mjs"])
        await cp(join(__dirname, file), join(folder, file));
    return {
        run: (runner, test, options = []) => {
            const [script, ...args] = runners[runner](`^${test}$`);
            return runToEnd([join(folder, "../node_modules", script!), ...args, ...options], folder);
        },
        remove: () => rm(folder, { recursive: true }),
    };
}

function projectWithRunners(): Promise<string> {
    const hash = createHash("sha256").update(packages.join("\n")).digest("hex").slice(0, 16);
    return cached(`unit-test-runners-${hash}`, (folder) =>
        withProgress("Test runners: installing into .cache, about 30 seconds", async () => {
            await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
            const options = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
            await npm(["install", ...options, ...packages], folder);
        }),
    );
}

const mostSeconds = 60;

/** Runs Node.js with these arguments; one that hangs fails, with what it printed so far. */
async function runToEnd(args: readonly string[], cwd: string): Promise<Ran> {
    const child = spawnGuarded(process.execPath, args, {
        cwd,
        env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout!, child.stderr!]) {
        stream.on("data", (text: Buffer) => (output += text.toString()));
    }
    // The runner's own processes too.
    const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), mostSeconds * 1000);
    const [code] = (await once(child, "close")) as [number | null];
    clearTimeout(timer);
    if (code === null) assert.fail(`not ended after ${mostSeconds} s, but printed:\n${output}`);
    return { code, printed: output.replace(/\s+/g, " ") };
}
