import assert from "node:assert/strict";
import { join } from "node:path";
import type { Language } from "../../../tools/toolchain";
import { describeSteps, type Diagnostic, type FolderStack, TestStack } from "../engine";
import { setUp, type Setup } from "../setUp";

/** What each language's SDK calls the resource: version 6, the newest for Java, has a name of its own. */
const bucketTypes = {
    python: "s3.Bucket",
    go: "s3.Bucket",
    java: "s3.BucketV2",
    yaml: "s3.Bucket",
} satisfies Partial<Record<Language, string>>;

for (const [language, bucket] of Object.entries(bucketTypes) as [keyof typeof bucketTypes, string][]) {
    describe(`A program in ${language}, on the test engine`, () => {
        let setup: Setup;
        let stack: FolderStack;
        before(async () => {
            setup = await setUp(language);
            stack = await TestStack.fromFolder(join(__dirname, "programs", language), setup.stack);
        });
        after(async () => {
            stack?.dispose();
            await setup?.aws.stop();
        });

        it("goes up, has nothing to change then, and goes down", async () => {
            const up = await stack.up();
            assert.deepEqual(describeSteps(up), [`create ${bucket} reports`]);
            assert.match(up.outputs.bucket as string, /^reports-[0-9a-f]{7}$/);
            assert.deepEqual(up.diagnostics.filter(isComplaint), []);

            assert.deepEqual(describeSteps(await stack.preview()), []);

            assert.deepEqual(describeSteps(await stack.destroy()), [`delete ${bucket} reports`]);
            assert.deepEqual(await setup.aws.leftovers(), []);
        });
    });
}

/** Not what is for information: after some runs Java's host says that it could not attach a debugger nobody asked for. */
const isComplaint = ({ severity }: Diagnostic) => !severity.startsWith("info");
