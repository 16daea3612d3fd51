import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import { manifest } from "../../tools/project";
import { generatedCopy } from "../../tools/release/published/copy";
import { filesBelow } from "./generated";

const folders = ["bin", "docs", "examples", "provider", "sdk", "tests/packing/added", "tools"];

describe("a copy of the project with a repository in its package.json, generated anew,", () => {
    let copy: Awaited<ReturnType<typeof generatedCopy>>;
    const files = new Map<string, string>();
    before(async () => {
        const repository = {
            type: "git",
            url: "git+https://github.com/acme-data/pulumi-aws-aurora-s3-access.git",
        };
        copy = await generatedCopy(repository);
        const { folder } = copy;
        for (const each of folders)
            for (const [file, text] of await filesBelow(folder, each)) files.set(file, text);
        files.set("README.md", await readFile(join(folder, "README.md"), "utf8"));
    });
    after(() => copy.remove());

    it("says in the schema who publishes it, and where Pulumi downloads the plugin", () => {
        const schema = JSON.parse(files.get("provider/schema.json")!) as PackageSpec &
            Record<string, unknown>;
        const { publisher, repository, homepage, pluginDownloadURL, logoUrl } = schema;
        const url = "https://github.com/acme-data/pulumi-aws-aurora-s3-access";
        assert.deepEqual(
            { publisher, repository, homepage, pluginDownloadURL, logoUrl },
            {
                publisher: "acme-data",
                repository: url,
                homepage: `${url}#readme`,
                pluginDownloadURL: "github://api.github.com/acme-data/pulumi-aws-aurora-s3-access",
                logoUrl: `https://raw.githubusercontent.com/acme-data/pulumi-aws-aurora-s3-access/v${manifest.version}/docs/pictures/logo.png`,
            },
        );
    });

    const expected: [file: string, text: string][] = [
        ["sdk/go/go.mod", "module github.com/acme-data/pulumi-aws-aurora-s3-access/sdk/go\n"],
        [
            "sdk/java/pom.xml",
            "<groupId>io.github.acme-data</groupId>\n    <artifactId>aurora-s3-access</artifactId>",
        ],
        [
            "sdk/java/pom.xml",
            "<connection>scm:git:https://github.com/acme-data/pulumi-aws-aurora-s3-access.git</connection>",
        ],
        ["sdk/java/pom.xml", "<organization>acme-data</organization>"],
        [
            "sdk/java/src/main/java/io/github/acme_data/auroras3access/AuroraS3Access.java",
            "package io.github.acme_data.auroras3access;",
        ],
        [
            "sdk/python/pyproject.toml",
            `Repository = "https://github.com/acme-data/pulumi-aws-aurora-s3-access"`,
        ],
        [
            "sdk/nodejs/package.json",
            `"repository": "https://github.com/acme-data/pulumi-aws-aurora-s3-access"`,
        ],
        ["sdk/nodejs/utilities.ts", `"github://api.github.com/acme-data/pulumi-aws-aurora-s3-access"`],
        [
            "sdk/python/pulumi_aurora_s3_access/pulumi-plugin.json",
            `"server": "github://api.github.com/acme-data/pulumi-aws-aurora-s3-access"`,
        ],
        [
            "sdk/go/auroras3access/pulumi-plugin.json",
            `"server": "github://api.github.com/acme-data/pulumi-aws-aurora-s3-access"`,
        ],
        [
            "sdk/java/src/main/resources/com/pulumi/aurora-s3-access/plugin.json",
            `"server": "github://api.github.com/acme-data/pulumi-aws-aurora-s3-access"`,
        ],
        [
            "examples/smallest/main.go",
            `"github.com/acme-data/pulumi-aws-aurora-s3-access/sdk/go/auroras3access"`,
        ],
        ["examples/smallest/App.java", "import io.github.acme_data.auroras3access.AuroraS3Access;"],
        ["examples/smallest/Program.cs", "using AcmeData.AuroraS3Access;"],
        [
            "sdk/python/README.md",
            `https://github.com/acme-data/pulumi-aws-aurora-s3-access/blob/v${manifest.version}/docs/installation-configuration.md#configuration`,
        ],
        [
            "docs/_index.md",
            `https://github.com/acme-data/pulumi-aws-aurora-s3-access/blob/v${manifest.version}/docs/reference.md`,
        ],
        ["README.md", "npm install aurora-s3-access @pulumi/pulumi@3 @pulumi/aws@7"],
        ["bin/plugin.js", "github://api.github.com/acme-data/pulumi-aws-aurora-s3-access"],
    ];
    for (const [file, text] of expected) {
        it(`has it in ${file}: ${text.split("\n")[0]!}`, () =>
            assert.ok(files.get(file)?.includes(text), files.get(file)));
    }

    it("has no name left that is nobody's, and says nowhere that it is not published", () => {
        const left = [...files].filter(
            ([file, text]) =>
                !file.startsWith("tools/") &&
                /\.invalid\/|\binvalid\.auroras3access|not published yet/i.test(text),
        );
        assert.deepEqual(
            left.map(([file]) => file),
            [],
        );
    });
});
