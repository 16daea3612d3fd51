import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Names, names, renamed, rules, writeNames } from "../../tools/generate/docs/names";
import { identityOf } from "../../tools/identity";
import { projectFolder } from "../../tools/project";
import { assertCommitted, generated } from "./generated";

const published: Names = {
    identity: identityOf("github:acme-data/pulumi-aws-aurora-s3-access", "1.2.3"),
    version: "1.2.3",
    aws: "7.99.0",
};

describe("what pages and examples call the package", () => {
    let fresh: Map<string, string>;
    before(async () => {
        fresh = await generated(writeNames);
    });

    it("is what package.json says", async () => {
        await assertCommitted(fresh);
    });

    for (const [name, { found }] of Object.entries(rules)) {
        it(`is found where it is ${name}`, () => {
            assert.ok([...fresh.values()].some((text) => text.search(found) !== -1));
        });
    }

    it("has the version of the AWS provider that tests deploy the programs in Python with", async () => {
        const pins = join(projectFolder, "tests/support/languages/python/requirements.in");
        assert.ok((await readFile(pins, "utf8")).includes(`pulumi-aws==${names.aws}\n`));
    });

    it("has nothing left of the old names and versions once there is a repository, or a new version", () => {
        const left = [...fresh].flatMap(([file, text]) =>
            renamed(text, published)
                .split("\n")
                .filter(
                    (line) =>
                        /aurora-s3-access\.invalid|\binvalid\.|>invalid<|\binvalid:/.test(line) ||
                        hasOldVersion(line),
                )
                .map((line) => `${file}: ${line}`),
        );
        assert.deepEqual(left, []);
    });

    it("is the same again after it was another", () => {
        for (const text of fresh.values()) assert.equal(renamed(renamed(text, published), names), text);
    });

    const examples: [string, string][] = [
        [
            `require aurora-s3-access.invalid/sdk/go v0.1.0`,
            `require github.com/acme-data/pulumi-aws-aurora-s3-access/sdk/go v1.2.3`,
        ],
        [`"github.com/pulumi/pulumi/sdk/v3/go/pulumi"`, `"github.com/pulumi/pulumi/sdk/v3/go/pulumi"`],
        [
            `import invalid.auroras3access.inputs.S3LocationArgs;`,
            `import io.github.acme_data.auroras3access.inputs.S3LocationArgs;`,
        ],
        [
            `<groupId>invalid</groupId>\n    <artifactId>aurora-s3-access</artifactId>\n    <version>0.1.0</version>`,
            `<groupId>io.github.acme-data</groupId>\n    <artifactId>aurora-s3-access</artifactId>\n    <version>1.2.3</version>`,
        ],
        [
            `<groupId>com.pulumi</groupId>\n<artifactId>aws</artifactId>`,
            `<groupId>com.pulumi</groupId>\n<artifactId>aws</artifactId>`,
        ],
        [
            `using Pulumi.AuroraS3Access.Inputs;\nusing Pulumi;`,
            `using AcmeData.AuroraS3Access.Inputs;\nusing Pulumi;`,
        ],
    ];
    for (const [before, after] of examples) {
        it(`is, in a copy with a repository, ${after.split("\n")[0]!}`, () =>
            assert.equal(renamed(before, published), after));
    }
});

/** Of the package or the AWS provider, as far as the line says so. */
const hasOldVersion = (line: string) =>
    [names.version, names.aws].some((version) => line.includes(version)) && !/pulumi-aws\/sdk|go:/.test(line);
