import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { identity as ours, identityOf } from "../../tools/identity";
import { projectFolder } from "../../tools/project";
import { registryFiles } from "../../tools/release/registry";
import { markdown, snippetsIn } from "../docs/support/snippets";

/** Ours as soon as there is one: pages of a release link to it already. */
const identity = ours.repository ? ours : identityOf("github:acme-data/pulumi-aws-aurora-s3-access", "0.1.0");
const repository = identity.repository!;

/** Which files a page links to and shows, in its order: not other sites, nor the list of releases. */
const targetsIn = (page: string) =>
    markdown
        .parse(page, {})
        .flatMap(({ children }) => children ?? [])
        .map((child) => String(child.attrGet("href") ?? child.attrGet("src") ?? ""))
        .filter((target) => isFile.test(target));

const isFile = new RegExp(`^(?!$|https:)|^(?:${repository.page("")}|${repository.raw("")})`);

const expectedTargets = {
    "_index.md": [
        repository.raw("docs/pictures/overview.svg"),
        ...[
            "installation-configuration.md",
            "guides/new-mysql-cluster.md",
            "guides/existing-cluster.md",
            "guides/postgresql.md",
            "guides/encrypted-buckets.md",
            "guides/cross-account.md",
            "guides/several-clusters.md",
            "troubleshooting.md",
            "security.md",
            "reference.md",
            "performance.md",
        ].map((page) => repository.page(`docs/${page}`)),
    ],
    "installation-configuration.md": [
        "guides/python-types.md",
        "_index.md#next-steps",
        "guides/deployer-permissions.md",
    ].map((page) => repository.page(`docs/${page}`)),
};

describe("the files for the Registry", () => {
    let files: Map<string, string>;
    before(async () => void (files = await registryFiles(identity)));

    it("have an entry of the package list, with a schema that there is", () => {
        const entry = JSON.parse(files.get("package-list-entry.json")!) as { schemaFile: string };
        assert.deepEqual(entry, {
            repoSlug: repository.url.replace("https://github.com/", ""),
            schemaFile: "provider/schema.json",
        });
        assert.ok(existsSync(join(projectFolder, entry.schemaFile)));
    });

    for (const [page, targets] of Object.entries(expectedTargets)) {
        describe(page, () => {
            let text: string;
            let original: string;
            before(async () => {
                text = files.get(page)!;
                original = await readFile(join(projectFolder, "docs", page), "utf8");
            });

            it("links to the repository at the tag of the version", () => {
                assert.deepEqual(targetsIn(text), targets);
            });

            it("begins with its front matter, as the Registry asks for", () => {
                const frontMatter = /^---\ntitle: .+\nmeta_desc: .+\nlayout: package\n---\n/;
                assert.match(text, frontMatter);
                assert.equal(frontMatter.exec(text)![0], frontMatter.exec(original)![0]);
            });

            it("has the same snippets and choosers", () => {
                const fixed = (markdown: string) => [
                    snippetsIn({ path: page, markdown }).map(({ code }) => code),
                    markdown.match(/\{\{.*\}\}/g),
                ];
                assert.deepEqual(fixed(text), fixed(original));
            });
        });
    }

    it("are not made without a repository", async () => {
        await assert.rejects(registryFiles(identityOf(undefined, "0.1.0")), {
            message:
                'package.json has no repository, which the Registry\'s pages link to. Set "repository" to "github:<organization>/<repository>".',
        });
    });
});
