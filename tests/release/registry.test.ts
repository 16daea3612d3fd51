import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { identityOf } from "../../tools/identity";
import { projectFolder } from "../../tools/project";
import { registryFiles } from "../../tools/release/registry";
import { markdown, snippetsIn } from "../docs/support/snippets";

const identity = identityOf("github:acme-data/pulumi-aws-aurora-s3-access", "0.1.0");
const { url } = identity.repository!;
const raw = "https://raw.githubusercontent.com/acme-data/pulumi-aws-aurora-s3-access";

/** What a page links to and shows, in its order. */
const targetsIn = (page: string) =>
    markdown
        .parse(page, {})
        .flatMap(({ children }) => children ?? [])
        .map((child) => child.attrGet("href") ?? child.attrGet("src"))
        .filter((target) => target !== null);

const at = `${url}/blob/v0.1.0/docs`;

const expectedTargets = {
    "_index.md": [
        `${raw}/v0.1.0/docs/pictures/overview.svg`,
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
        ].map((page) => `${at}/${page}`),
    ],
    "installation-configuration.md": [
        `${at}/guides/python-types.md`,
        `${at}/_index.md#next-steps`,
        `${at}/guides/deployer-permissions.md`,
    ],
};

describe("the files for the Registry", () => {
    let files: Map<string, string>;
    before(async () => void (files = await registryFiles(identity)));

    it("have an entry of the package list, with a schema that there is", () => {
        const entry = JSON.parse(files.get("package-list-entry.json")!) as { schemaFile: string };
        assert.deepEqual(entry, {
            repoSlug: "acme-data/pulumi-aws-aurora-s3-access",
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
