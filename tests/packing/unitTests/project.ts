import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "tar";
import { cached } from "../../../tools/cache";
import { manifest } from "../../../tools/project";
import { withProgress } from "../../../tools/toolchain/progress";
import { npm } from "../npmPackage";
import { versionHere } from "../npmProject";
import { testsInTypeScript } from "./page";
import { type Ran, runToEnd } from "./run";

const packages = [
    ...["@pulumi/pulumi", "@pulumi/aws", "mocha"].map((name) => `${name}@${versionHere(name)}`),
    "jest@30.5.2",
    "vitest@4.1.12",
];

/** With which arguments each test runner runs those tests of a file whose names match. */
export const runners = {
    // It would find the settings of this project.
    mocha: (tests: string, file: string) => [
        "mocha/bin/mocha.js",
        "--no-config",
        "--grep",
        tests,
        `${file}.js`,
    ],
    jest: (tests: string, file: string) => [
        "jest/bin/jest.js",
        "--ci",
        "--testNamePattern",
        tests,
        `${file}.js`,
    ],
    vitest: (tests: string, file: string) => [
        "vitest/vitest.mjs",
        "run",
        "--testNamePattern",
        tests,
        `${file}.${file === "page.test" ? "ts" : "mjs"}`,
    ],
};

export type Runner = keyof typeof runners;

/** An npm project of a user who writes unit tests. */
export interface UnitTestProject {
    /** Runs the test of this name, and gives what the runner printed, on one line, and its exit code. */
    run: (runner: Runner, test: string, options?: readonly string[]) => Promise<Ran>;
    /** Runs all tests of the guide, likewise. */
    runPage: (runner: Runner) => Promise<Ran>;
    remove: () => Promise<void>;
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
    for (const [file, code] of Object.entries(testsInTypeScript())) await writeFile(join(folder, file), code);
    const runScript = ([script, ...args]: string[]) =>
        runToEnd(process.execPath, [join(folder, "../node_modules", script!), ...args], folder);
    return {
        run: (runner, test, options = []) =>
            runScript([...runners[runner](`^${test}$`, "access.test"), ...options]),
        runPage: (runner) => runScript(runners[runner]("", "page.test")),
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
