import assert from "node:assert/strict";
import { join } from "node:path";
import { awsSdkVersion, projectFolder } from "../../tools/project";
import type { Language } from "../../tools/toolchain";
import { policiesOfRole } from "../support/attached";
import { problemsOf } from "../support/doctor";
import { describeSteps, TestStack, type FolderStack, type Run } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";

/** The same stack in each language. That in TypeScript makes the component itself, the others through the plugin. */
const examples: Record<string, Language> = {
    typescript: "nodejs",
    python: "python",
    go: "go",
    java: "java",
    yaml: "yaml",
};

/** What is claimed of each example, in this order. */
const claims = [
    "goes up",
    "makes the policies of TypeScript",
    "has one AWS provider",
    "is healthy",
    "previews clean",
    "goes down",
] as const;

/** The steps of the first update; the bucket has another type in version 6 of the AWS SDK, the newest for Java. */
const steps = (language: Language) =>
    [
        "create AuroraS3Access sales",
        "create iam.Policy sales-export",
        "create iam.Policy sales-import",
        "create iam.Role sales-role",
        "create iam.RolePolicyAttachment sales-export",
        "create iam.RolePolicyAttachment sales-import",
        "create kms.Alias reports",
        "create kms.Key reports",
        "create rds.Cluster sales",
        "create rds.ClusterInstance sales",
        "create rds.ClusterParameterGroup sales-parameters",
        `create s3.Bucket${language === "java" ? "V2" : ""} raw`,
        `create s3.Bucket${language === "java" ? "V2" : ""} reports`,
        `create s3.BucketServerSideEncryptionConfiguration${language === "java" ? "V2" : ""} reports`,
    ].sort();

describe("the same stack in every language, on the real engine:", () => {
    const passed = new Map<string, Set<string>>();
    let policiesOfTypeScript: string[];

    for (const [example, language] of Object.entries(examples)) {
        describe(`examples/${example}`, () => {
            let setup: Setup;
            let stack: FolderStack;
            let up: Run;
            before(async () => {
                setup = await setUp(language);
                stack = await TestStack.fromFolder(join(projectFolder, "examples", example), setup.stack);
            });
            after(async () => {
                stack.dispose();
                await setup.aws.stop();
            });
            afterEach(function () {
                const { title = "", state } = this.currentTest ?? {};
                if (state === "passed") passed.set(example, (passed.get(example) ?? new Set()).add(title));
            });

            it(claims[0], async () => {
                up = await stack.up();
                assert.deepEqual(describeSteps(up), steps(language));
            });

            it(claims[1], async () => {
                const outputs = up.outputs as Record<string, string> & { policyDocuments: string[] };
                const documents = outputs.policyDocuments.map((text) => withoutNames(text, outputs));
                policiesOfTypeScript ??= documents;
                assert.deepEqual(documents, policiesOfTypeScript);
                const attached = await policiesOfRole(setup.aws.aws, outputs.roleArn!);
                assert.deepEqual(
                    new Set(Object.values(attached).map((document) => JSON.stringify(document))),
                    new Set(outputs.policyDocuments),
                );
            });

            it(claims[2], async () => {
                const { resources = [] } = await stack.state();
                const providers = resources.filter(({ type }) => type === "pulumi:providers:aws");
                assert.deepEqual(
                    providers.map(({ inputs }) => (inputs as { version?: string }).version),
                    [awsSdkVersion],
                );
            });

            it(claims[3], async () => {
                const { clusterIdentifier } = up.outputs as Record<string, string>;
                assert.deepEqual(await problemsOf(setup.aws, clusterIdentifier!), []);
            });

            it(claims[4], async () => assert.deepEqual(describeSteps(await stack.preview()), []));

            it(claims[5], async () => {
                const gone = steps(language).map((step) => step.replace("create", "delete"));
                assert.deepEqual(describeSteps(await stack.destroy()), gone);
                assert.deepEqual(await setup.aws.leftovers(), []);
            });
        });
    }

    after(() => {
        const rows = Object.keys(examples).map((example) => [
            example,
            ...claims.map((claim) => (passed.get(example)?.has(claim) ? "passed" : "FAILED")),
        ]);
        const widths = ["typescript", ...claims].map((text) => text.length + 2);
        const line = (cells: string[]) => `    ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join("")}`;
        console.log([line(["", ...claims]), ...rows.map(line)].join("\n"));
    });
});

/** The document without what AWS made up for this deployment: the names of the buckets and the key's id. */
function withoutNames(
    document: string,
    { importBucket, exportBucket, keyArn }: Record<string, string>,
): string {
    return document
        .replaceAll(importBucket!, "IMPORT")
        .replaceAll(exportBucket!, "EXPORT")
        .replaceAll(keyArn!, "KEY");
}
