import assert from "node:assert/strict";
import { type Facts, problemsOf } from "../../tools/release/checkProblems";

const downloadUrl = "github://api.github.com/acme-data/pulumi-aurora-s3-access";
const commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";

/** Of a version that can be released. */
const ready: Facts = {
    version: "0.1.0",
    downloadUrl,
    schemaDownloadUrl: downloadUrl,
    versions: { "package-lock.json": "0.1.0", "sdk/java/pom.xml": "0.1.0" },
    changelog: [
        { name: "Unreleased", text: "" },
        { name: "0.1.0", date: "2026-11-27", text: "### Added\n\n- All of it." },
    ],
    tag: "v0.1.0",
    uses: [{ file: "ci.yml", line: 7, action: `actions/checkout@${commit}`, comment: "v7.0.1" }],
    uncommitted: [],
};

const use = { file: "ci.yml", line: 7 };

const problems: [claim: string, change: Partial<Facts>, ...expected: string[]][] = [
    ["nothing", {}],
    ["no tag, before there is one", { tag: undefined }],
    ["no heading of what is not released", { changelog: ready.changelog.slice(1) }],
    [
        "a package without a repository",
        { downloadUrl: undefined, schemaDownloadUrl: undefined },
        `package.json has no repository. Set "repository" to "github:<organization>/<repository>", and run "npm run generate".`,
    ],
    [
        "a repository that has no releases for Pulumi",
        { downloadUrl: undefined, repositoryError: "must be on GitHub" },
        "must be on GitHub",
    ],
    [
        "a schema from before the repository was set",
        { schemaDownloadUrl: undefined },
        `provider/schema.json has no pluginDownloadURL, but must have "${downloadUrl}". Run "npm run generate".`,
    ],
    [
        "a schema of another repository",
        { schemaDownloadUrl: "github://api.github.com/acme" },
        `provider/schema.json has "github://api.github.com/acme", but must have "${downloadUrl}". Run "npm run generate".`,
    ],
    [
        "versions that disagree",
        { versions: { "package-lock.json": "0.0.9", "sdk/java/pom.xml": undefined } },
        `package-lock.json has version 0.0.9, but package.json has 0.1.0. Run "npm install --package-lock-only".`,
        `sdk/java/pom.xml has no version, but package.json has 0.1.0. Run "npm run generate".`,
    ],
    [
        "a prerelease",
        {
            version: "0.1.0-rc.1",
            versions: {},
            tag: undefined,
            changelog: [{ name: "0.1.0-rc.1", date: "2026-11-27", text: "All." }],
        },
        "package.json has version 0.1.0-rc.1, but must have three numbers. The languages write prereleases differently: use a patch version.",
    ],
    [
        "a tag of another version",
        { tag: "v0.2.0" },
        "The tag is v0.2.0, but must be v0.1.0, the version in package.json. Delete the tag, and tag the commit that has the version.",
    ],
    [
        "a version that the changelog does not have",
        { changelog: [{ name: "0.0.9", date: "2026-11-26", text: "Less." }] },
        `CHANGELOG.md has no entry for 0.1.0. Add the heading "## [0.1.0] - YYYY-MM-DD".`,
    ],
    [
        "an entry without a date, and of nothing",
        { changelog: [{ name: "0.1.0", text: "" }] },
        `CHANGELOG.md has no date for 0.1.0. Write "## [0.1.0] - YYYY-MM-DD".`,
        "CHANGELOG.md has no text for 0.1.0. List what changes for users.",
    ],
    [
        "a date that there is not",
        { changelog: [{ name: "0.1.0", date: "2026-13-01", text: "All." }] },
        `CHANGELOG.md has no date for 0.1.0. Write "## [0.1.0] - YYYY-MM-DD".`,
    ],
    [
        "changes that are not released",
        { changelog: [{ name: "Unreleased", text: "- More." }, ready.changelog[1]!] },
        `CHANGELOG.md still has text below "Unreleased". Move it below 0.1.0.`,
    ],
    [
        "an action that is pinned by a tag",
        { uses: [{ ...use, action: "actions/checkout@v7", comment: "" }] },
        "ci.yml:7: actions/checkout@v7 is not pinned: tags can be moved. Write actions/checkout@<commit> # <version>.",
    ],
    [
        "an action that is pinned by a part of a commit",
        { uses: [{ ...use, action: "actions/checkout@3d3c42e", comment: "v7.0.1" }] },
        "ci.yml:7: actions/checkout@3d3c42e is not pinned: tags can be moved. Write actions/checkout@<commit> # <version>.",
    ],
    [
        "a commit of an unknown version",
        { uses: [{ ...use, action: `actions/checkout@${commit}`, comment: "v7" }] },
        `ci.yml:7: actions/checkout@${commit} does not say its version. Add it as a comment: # v1.2.3.`,
    ],
    [
        "changes that are not committed",
        { uncommitted: ["a", "b", "c", "d", "e", "f", "g"] },
        "Uncommitted changes: a, b, c, d, e, 2 more. Commit or discard them: the tag must contain every change.",
    ],
    [
        "all of it, at once",
        { tag: "v1", uncommitted: ["a"], changelog: [] },
        "The tag is v1, but must be v0.1.0, the version in package.json. Delete the tag, and tag the commit that has the version.",
        `CHANGELOG.md has no entry for 0.1.0. Add the heading "## [0.1.0] - YYYY-MM-DD".`,
        "Uncommitted changes: a. Commit or discard them: the tag must contain every change.",
    ],
];

describe("what stands against a release:", () => {
    for (const [claim, change, ...expected] of problems) {
        it(claim, () => assert.deepEqual(problemsOf({ ...ready, ...change }), expected));
    }
});
