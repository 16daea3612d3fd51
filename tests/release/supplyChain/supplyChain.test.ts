import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { projectFolder } from "../../../tools/project";
import {
    aliases,
    fromElsewhere,
    inexact,
    lockedPackages,
    problemsOfLock,
    type Lock,
    type Manifest,
} from "./npm";
import { replacements, unpinned, unsummed } from "./others";

const committed = execFileSync("git", ["ls-files", "-z"], { cwd: projectFolder, encoding: "utf8" }).split(
    "\0",
);
const called = (name: string) => committed.filter((file) => basename(file) === name);
const beside = (file: string, name: string) => join(dirname(file), name);
const read = (file: string) => readFileSync(join(projectFolder, file), "utf8");
const json = <T>(file: string) => JSON.parse(read(file)) as T;

const locks = called("package-lock.json");
const manifests = called("package.json");
const goModules = called("go.mod");
/** The examples show what users write: the SDK in this repository, and no hashes. */
const requirements = called("requirements.txt").filter((file) => !file.startsWith("examples/"));

/** What the install scripts do that are not run. */
const notRun: Record<string, string> = {
    esbuild:
        "looks for the executable of the system, which is a package of its own, and saves the start of Node.js",
    protobufjs: "warns of a version range",
};

describe("the supply chain", () => {
    it("locks what the project and the benchmark install", () => {
        assert.deepEqual(locks, ["bench/cdk/package-lock.json", "package-lock.json"]);
    });

    for (const lock of locks) {
        it(`takes each package of ${lock} from the registry, with its hash`, () => {
            assert.deepEqual(problemsOfLock(json<Lock>(lock)), []);
        });

        it(`names one exact version of each package beside ${lock}`, () => {
            assert.deepEqual(inexact(json<Manifest>(beside(lock, "package.json"))), []);
        });
    }

    it("installs no package under another name, but those that @isaacs/cliui needs in two module formats", () => {
        assert.deepEqual(
            locks.flatMap((lock) => aliases(json<Lock>(lock))),
            ["string-width", "strip-ansi", "wrap-ansi"].map((name) => `node_modules/${name}-cjs is ${name}`),
        );
    });

    for (const manifest of manifests) {
        it(`takes each dependency of ${manifest} from the registry`, () => {
            const own = manifest.startsWith("examples/") ? [["aurora-s3-access", "file:../.."]] : [];
            assert.deepEqual(fromElsewhere(json<Manifest>(manifest)), own);
        });
    }

    it("names no registry, which the machine decides", () => {
        const settings = called(".npmrc").flatMap((file) => read(file).split("\n"));
        assert.deepEqual(
            settings.filter((line) => /registry *=|^ *\/\/|_auth/.test(line)),
            [],
        );
        assert.deepEqual([...called("pip.conf"), ...called(".yarnrc.yml"), ...called(".yarnrc")], []);
    });

    for (const file of requirements) {
        it(`takes each package of ${file} by version and hash`, () =>
            assert.deepEqual(unpinned(read(file)), []));
    }

    for (const goMod of goModules) {
        it(`takes each module of ${goMod} by version and hash`, () => {
            assert.deepEqual(unsummed(read(goMod), read(beside(goMod, "go.sum"))), []);
            assert.deepEqual(replacements(read(goMod)), []);
        });
    }

    it("has no install script for those who install the package", () => {
        const { scripts = {} } = json<Manifest>("package.json");
        const run = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "postprepare"];
        assert.deepEqual(
            run.filter((script) => script in scripts),
            [],
        );
    });

    it("has no other install scripts than those that are known to do nothing that is needed", () => {
        const withScript = locks.flatMap((lock) =>
            lockedPackages(json<Lock>(lock)).filter(({ hasInstallScript }) => hasInstallScript),
        );
        assert.deepEqual(
            withScript.map(({ name }) => name),
            Object.keys(notRun),
        );
    });

    it("runs no install script of a dependency where the project is tested and released", () => {
        const files = committed.filter((file) => /^\.github\/workflows\/|^\.ci\//.test(file));
        const installs = files.flatMap((file) => read(file).match(/\bnpm (ci|i|install)\b.*$/gm) ?? []);
        assert.deepEqual(
            installs.filter((command) => !command.includes("--ignore-scripts")),
            [],
        );
        assert.notDeepEqual(installs, []);
    });

    describe("is checked for advisories", () => {
        const { on, jobs } = parse(read(".github/workflows/advisories.yml")) as Workflow;
        const among = (job: string) => Object.values(jobs[job]!.strategy.matrix).flat();

        it("every week, and when somebody asks", () => {
            assert.deepEqual(Object.keys(on), ["schedule", "workflow_dispatch"]);
            assert.match(on.schedule[0]!.cron, /^\d+ \d+ \* \* \d$/);
        });

        it("in each lock file", () => assert.deepEqual(among("npm").sort(), locks.map(dirname).sort()));

        it("in each Go module, but the example and those that only tests build", () => {
            const ofTests = /^(examples|tests|tools\/toolchain)\//;
            const others = goModules.map(dirname).filter((module) => !ofTests.test(module));
            assert.deepEqual(among("go"), others);
        });
    });
});

interface Workflow {
    on: { schedule: { cron: string }[] };
    jobs: Record<string, { strategy: { matrix: Record<string, string[]> } }>;
}
