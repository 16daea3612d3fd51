import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { manifest, projectFolder } from "../../tools/project";
import { readFacts } from "../../tools/release/checkFacts";
import type { Facts } from "../../tools/release/checkProblems";

const downloadUrl = "github://api.github.com/acme-data/pulumi-aurora-s3-access";
const commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";

/** The files that are read, with the version as each of them writes it. */
const project = {
    "package.json": `{ "version": "0.1.0", "repository": "github:acme-data/pulumi-aurora-s3-access" }`,
    "package-lock.json": `{\n    "name": "a",\n    "version": "0.0.1"\n}`,
    "provider/schema.json": `{\n    "types": {},\n    "version": "0.0.2",\n    "pluginDownloadURL": "${downloadUrl}"\n}`,
    "sdk/nodejs/package.json": `{ "version": "0.0.3" }`,
    "sdk/python/pyproject.toml": `[project]\n  requires-python = ">=3.9"\n  version = "0.0.4"\n`,
    "sdk/java/pom.xml":
        "<project>\n    <modelVersion>4.0.0</modelVersion>\n    <version>0.0.5</version>\n</project>",
    "sdk/go/auroras3access/pulumi-plugin.json": `{ "version": "0.0.6" }`,
    "CHANGELOG.md": "# Changelog\n\n## [0.1.0] - 2026-11-27\n\nAll.\n",
    ".github/workflows/ci.yml": [
        "jobs:",
        "  uses:",
        "    steps:",
        `      - uses: actions/checkout@${commit} # v7.0.1`,
        "      - run: 'uses: actions/checkout@v1'",
        "  other:",
        "    uses: ./.github/workflows/release.yml",
    ].join("\n"),
};

const read: Facts = {
    version: "0.1.0",
    downloadUrl,
    schemaDownloadUrl: downloadUrl,
    versions: {
        "package-lock.json": "0.0.1",
        "provider/schema.json": "0.0.2",
        "sdk/nodejs/package.json": "0.0.3",
        "sdk/python/pyproject.toml": "0.0.4",
        "sdk/java/pom.xml": "0.0.5",
        "sdk/go/auroras3access/pulumi-plugin.json": "0.0.6",
    },
    changelog: [{ name: "0.1.0", date: "2026-11-27", text: "All." }],
    tag: "v0.1.0",
    uses: [
        {
            file: ".github/workflows/ci.yml",
            line: 4,
            action: `actions/checkout@${commit}`,
            comment: "v7.0.1",
        },
    ],
    uncommitted: [".github/", "CHANGELOG.md", "package-lock.json", "package.json", "provider/", "sdk/"],
};

describe("what a release is checked by", () => {
    it("is read from the project: one version, actions that are pinned", async () => {
        const { version, versions, uses } = await readFacts(projectFolder, undefined);
        assert.equal(version, manifest.version);
        const others = Object.entries(versions).filter(([, found]) => found !== version);
        assert.deepEqual(others, []);
        assert.ok(uses.length > 0);
    });

    it("is all that its files say", async () => {
        const folder = await mkdtemp(join(tmpdir(), "release-check-"));
        try {
            for (const [file, text] of Object.entries(project)) {
                await mkdir(dirname(join(folder, file)), { recursive: true });
                await writeFile(join(folder, file), text);
            }
            await promisify(execFile)("git", ["init", "--quiet"], { cwd: folder });
            assert.deepEqual(await readFacts(folder, "v0.1.0"), read);
        } finally {
            await rm(folder, { recursive: true });
        }
    });
});

describe("npm run release:check", () => {
    const check = (...args: string[]) =>
        promisify(execFile)(
            process.execPath,
            ["--require", "./tests/register.js", "tools/release/check.ts", ...args],
            {
                cwd: projectFolder,
                env: { ...process.env, GITHUB_REF_TYPE: "branch", GITHUB_REF_NAME: "main" },
            },
        ).then(
            () => ({ code: 0, stderr: "" }),
            ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
        );

    it("ends with 1, and a line for each problem", async () => {
        const { code, stderr } = await check("v9.9.9");
        assert.equal(code, 1);
        assert.match(stderr, /^Version .+ cannot be released:\n(- .+\n)+$/);
        assert.match(stderr, /^- The tag is v9\.9\.9, but must be v/m);
    });

    it("does not take a branch for a tag", async () => {
        assert.doesNotMatch((await check()).stderr, /The tag is/);
    });
});
