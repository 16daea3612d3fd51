import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import { describeSteps, TestStack, type FolderStack, type Run } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";

/** The Java SDK sends a list with a known output in it as one output, and the engine tells what in it is not known. */
describe("lists from Java, on the real engine,", () => {
    let setup: Setup;
    let stack: FolderStack;
    before(async () => {
        setup = await setUp("java");
        stack = await TestStack.fromFolder(join(projectFolder, "examples/java"), setup.stack);
    });
    after(async () => {
        await stack.destroy();
        stack.dispose();
        const left = await setup.aws.leftovers();
        await setup.aws.stop();
        assert.deepEqual(left, [], "nothing is left in AWS");
    });

    const warnings = ({ diagnostics }: Run) =>
        diagnostics.filter(({ resource }) => resource === "sales").map(({ message }) => message);
    const ofAccess = (run: Run) =>
        describeSteps(run).filter((step) => / (iam\.\S+|AuroraS3Access) /.test(step));

    it("show every policy in the first preview, which knows none of their buckets", async () => {
        const preview = await stack.preview();
        assert.deepEqual(ofAccess(preview), [
            "create AuroraS3Access sales",
            "create iam.Policy sales-export",
            "create iam.Policy sales-import",
            "create iam.Role sales-role",
            "create iam.RolePolicyAttachment sales-export",
            "create iam.RolePolicyAttachment sales-import",
        ]);
        assert.deepEqual(warnings(preview), []);
    });

    it("make what the preview showed, and are clean after it", async () => {
        const up = await stack.up();
        assert.equal(ofAccess(up).length, 6);
        assert.deepEqual(warnings(up), []);
        assert.deepEqual(describeSteps(await stack.preview()), []);
    });

    it("take nothing away when buckets are added that are not known yet, in preview and update alike", async () => {
        const locations = Array.from({ length: 40 }, (_, i) => `location(archive, ${i})`);
        await stack.edit(
            "src/main/java/auroras3access/example/App.java",
            ".importFrom(S3LocationArgs",
            `.importFrom(${locations.join()}, S3LocationArgs`,
        );
        await stack.edit(
            "src/main/java/auroras3access/example/App.java",
            "        var access =",
            `        var archive = new BucketV2("archive");\n        var access =`,
        );
        await stack.edit(
            "src/main/java/auroras3access/example/App.java",
            "    private static void stack(",
            `    private static S3LocationArgs location(BucketV2 bucket, int i) {
        return S3LocationArgs.builder().bucket(bucket.arn()).objects("incoming-" + i + "/*").build();
    }

    private static void stack(`,
        );
        const expected = [
            "create iam.Policy sales-import-2",
            "create iam.RolePolicyAttachment sales-import-2",
            "create s3.BucketV2 archive",
            "update AuroraS3Access sales",
            "update iam.Policy sales-import [policy]",
        ];
        const preview = await stack.preview();
        assert.deepEqual(describeSteps(preview), expected);
        assert.deepEqual(warnings(preview), []);
        assert.deepEqual(describeSteps(await stack.up()), expected);
        assert.deepEqual(describeSteps(await stack.preview()), []);
    });
});
