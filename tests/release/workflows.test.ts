import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { manifest, projectFolder } from "../../tools/project";
import { usesOf } from "../../tools/release/checkFacts";
import { isPinned } from "../../tools/release/workflows";
import { releaseNode } from "../plugin/support/nodes";
import { actionlint } from "./actionlint";

interface Step {
    uses?: string;
    run?: string;
    with?: Record<string, unknown>;
}

interface Job {
    permissions?: Record<string, string>;
    "timeout-minutes"?: number;
    uses?: string;
    steps?: Step[];
}

interface Workflow {
    permissions?: unknown;
    jobs: Record<string, Job>;
}

const folder = ".github/workflows";

/** Builds, and so runs what dependencies bring with them. */
const build = { contents: "read" };

const permissions: Record<string, Record<string, Record<string, string>>> = {
    "advisories.yml": { npm: build, python: build, go: build },
    "ci.yml": { linux: build, macos: build, windows: build },
    "release.yml": {
        check: build,
        test: build,
        plugin: build,
        packages: build,
        attest: { "id-token": "write", attestations: "write" },
        github: { contents: "write" },
        npm: { "id-token": "write" },
        pypi: { "id-token": "write" },
        maven: {},
        go: { contents: "write" },
    },
};

describe("the workflows", () => {
    const workflows: Record<string, Workflow> = {};
    let jobs: [name: string, job: Job][];
    let steps: [place: string, step: Step][];
    before(async () => {
        for (const file of (await readdir(join(projectFolder, folder))).sort())
            workflows[file] = parse(await readFile(join(projectFolder, folder, file), "utf8")) as Workflow;
        jobs = Object.entries(workflows).flatMap(([file, workflow]) =>
            Object.entries(workflow.jobs).map(([name, job]): [string, Job] => [`${file}: ${name}`, job]),
        );
        steps = jobs.flatMap(([name, job]) =>
            (job.steps ?? []).map((step, i): [string, Step] => [`${name}: step ${i + 1}`, step]),
        );
    });

    /** The places of the steps that are so. */
    const placesOf = (isSo: (step: Step) => boolean) =>
        steps.filter(([, step]) => isSo(step)).map(([place]) => place);

    it("pack the executables of a release with the Node.js that the tests call its own", () => {
        const { env } = workflows["release.yml"] as { env?: Record<string, string> };
        assert.equal(env?.NODE_VERSION, releaseNode);
    });

    it("satisfy actionlint, and their scripts ShellCheck", async () => {
        const files = Object.keys(permissions).map((file) => join(folder, file));
        assert.deepEqual(await actionlint(files, projectFolder), []);
    });

    it("give each job the permissions that it needs, and no others", () => {
        const given = Object.entries(workflows).map(([file, { jobs }]) => [
            file,
            Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions])),
        ]);
        assert.deepEqual(Object.fromEntries(given), permissions);
        for (const workflow of Object.values(workflows)) assert.deepEqual(workflow.permissions, {});
    });

    it("run no code of the project or its dependencies in jobs that may write", () => {
        const writing = jobs.filter(([, job]) => Object.values(job.permissions!).includes("write"));
        const running = /\b(npm (ci|install|run|exec|pack)|npx|node|mvn|pip|pipx)\b/;
        const wrong = writing.filter(([, { steps = [] }]) =>
            steps.some(
                ({ uses = "", run = "" }) => uses.startsWith("actions/checkout@") || running.test(run),
            ),
        );
        assert.deepEqual(wrong, []);
        assert.equal(writing.length, 5);
    });

    it("give secrets only to a job that runs no code of the project either", () => {
        const withSecrets = jobs.filter(([, job]) => JSON.stringify(job).includes("secrets."));
        assert.deepEqual(
            withSecrets.map(([name, job]) => [
                name,
                job.steps!.map(({ uses = "run" }) => uses.split("@")[0]),
            ]),
            [["release.yml: maven", ["actions/download-artifact", "run", "run"]]],
        );
    });

    it("put no expression into a script, where its value would be read as code", () => {
        assert.deepEqual(
            placesOf(({ run }) => run?.includes("${{") ?? false),
            [],
        );
    });

    it("leave no credentials in a checkout", () => {
        const isCheckout = ({ uses }: Step) => uses?.startsWith("actions/checkout@") ?? false;
        const keepsThem = (step: Step) => isCheckout(step) && step.with?.["persist-credentials"] !== false;
        assert.deepEqual(placesOf(keepsThem), []);
        assert.notDeepEqual(placesOf(isCheckout), []);
    });

    it("pin each action to a commit", async () => {
        const uses = await usesOf(projectFolder);
        assert.deepEqual(
            uses.filter((use) => !isPinned(use)),
            [],
        );
        assert.equal(uses.length, steps.filter(([, step]) => step.uses !== undefined).length);
    });

    it("use each action in one version", async () => {
        const versions = new Map<string, Set<string>>();
        for (const { action, comment } of await usesOf(projectFolder)) {
            const name = action.split("@")[0]!;
            versions.set(name, (versions.get(name) ?? new Set()).add(`${action} ${comment}`));
        }
        assert.deepEqual(
            [...versions.values()].filter((each) => each.size > 1),
            [],
        );
    });

    it("end each job that hangs", () => {
        const endless = jobs.filter(([, job]) => job.uses === undefined && !job["timeout-minutes"]);
        assert.deepEqual(endless, []);
    });

    it("run scripts that the package has", () => {
        const scripts = steps.flatMap(([, { run = "" }]) =>
            [...run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script]) => script!),
        );
        assert.deepEqual(
            scripts.filter((script) => !(script in manifest.scripts)),
            [],
        );
    });
});

describe("actionlint", () => {
    it("finds what is wrong in a workflow and in its scripts", async () => {
        const temporary = await mkdtemp(join(tmpdir(), "actionlint-"));
        try {
            await writeFile(join(temporary, "a.yml"), mistaken);
            const found = await actionlint(["a.yml"], temporary);
            assert.deepEqual(
                found.map((line) => /\[([\w-]+)\]$/.exec(line)?.[1]),
                ["job-needs", "runner-label", "expression", "shellcheck"],
            );
        } finally {
            await rm(temporary, { recursive: true });
        }
    });
});

const mistaken = `
on: push
jobs:
  one:
    needs: none
    runs-on: ubuntu-1.0
    steps:
      - run: echo "\${{ github.nothing }}"
      - run: rm $FILE
`;
