import assert from "node:assert/strict";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "../../provider";
import { AuroraS3Access as RemoteAuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import { describeSteps, TestStack, type FailedRun, type FolderStack, type Run } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";
import { useInlineStacks } from "./inlineStacks";
import { usePluginOnPath } from "./pluginOnPath";

const failureOf = (run: Promise<Run>): Promise<Run> =>
    run.then(
        () => assert.fail("the run did not fail"),
        (error: FailedRun) => error.run,
    );

/** What the engine prints of errors, without the stacks of Node.js. */
const errorsOf = ({ diagnostics }: Run) =>
    diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message.replace(/\n {4,}at .*/g, ""));

describe("mistakes that the program knows, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    const message = [
        'AuroraS3Access "sales" has invalid inputs:',
        "  exportPolicyName: requires exportTo.",
        '  importFrom[1].bucket: must be a bucket name or ARN, but received the access point alias "raw-s3alias". Use the name or ARN of the bucket behind it.',
        '  roleName: must contain only letters, digits and _+=,.@-, but received "sales role".',
    ].join("\n");
    const program = () =>
        void new AuroraS3Access("sales", {
            importFrom: [{ bucket: "raw" }, { bucket: "raw-s3alias" }],
            exportPolicyName: "unload",
            roleName: "sales role",
        });

    for (const operation of ["preview", "up"] as const) {
        it(`are all told by one error of ${operation}, before anything else happens`, async () => {
            const stack = await stackOf(operation, program);
            const run = await failureOf(stack[operation]());
            // A second time the Automation API says that the program did not handle it.
            assert.deepEqual(
                new Set(errorsOf(run)),
                new Set([message, `Unhandled exception: Error: ${message}`]),
            );
            assert.deepEqual(run.steps, []);
            assert.deepEqual(await aws().calls(), []);
        });
    }
});

describe("mistakes through the plugin, on the real engine,", () => {
    const { stackOf } = useInlineStacks();
    usePluginOnPath();

    it("are told once, each with its property, and show no secret", async () => {
        const stack = await stackOf("through-plugin", () => {
            new RemoteAuroraS3Access("sales", {
                importFrom: [{ bucket: "s3://raw" }],
                exportTo: [{ bucket: "reports", kmsKeyArn: pulumi.secret("alias/hidden") }],
                roleName: "sales role",
            });
        });
        const run = await failureOf(stack.preview());
        const [told, ...others] = errorsOf(run).filter((error) => error.startsWith("aurora-s3-access:"));
        assert.deepEqual(told?.split("\n"), [
            `aurora-s3-access:index:AuroraS3Access resource 'sales' has a problem: AuroraS3Access "sales" has invalid inputs:`,
            "  exportTo[0].kmsKeyArn: must be the ARN of a KMS key, but received a secret value.",
            `\t\t- property importFrom[0].bucket with value '{s3://raw}' has a problem: must be a bucket name or ARN, but received the S3 URI "s3://raw". Set bucket to "raw".`,
            `\t\t- property roleName with value '{sales role}' has a problem: must contain only letters, digits and _+=,.@-, but received "sales role".`,
        ]);
        assert.deepEqual(others, []);
        assert.doesNotMatch(JSON.stringify(run.diagnostics), /alias\/hidden/);
    });
});

describe("a mistake that only the deployment shows, on the real engine,", () => {
    let setup: Setup;
    let stack: FolderStack;
    let up: Run;

    before(async () => {
        setup = await setUp();
        stack = await TestStack.fromFolder(join(__dirname, "programs/lateMistake"), setup.stack);
        up = await failureOf(stack.up());
    });
    after(async () => {
        await stack.destroy();
        stack.dispose();
        const left = await setup.aws.leftovers();
        await setup.aws.stop();
        assert.deepEqual(left, [], "nothing is left in AWS");
    });

    it("is told with the same sentence", () => {
        const [error, ...others] = errorsOf(up);
        const expected = [
            'AuroraS3Access "mistaken" has invalid inputs:',
            '  importFrom[0].kmsKeyArn: must be the ARN of a KMS key, but received the alias "arn:aws:kms:us-east-1:123456789012:alias/raw-NAME". An alias in a policy grants nothing. Use the ARN of the key, for example, "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab".',
        ].join("\n");
        assert.equal(error!.replace(/raw-[0-9a-f]{7}\b/, "raw-NAME").slice(-expected.length), expected);
        assert.deepEqual(others, []);
    });

    it("has nothing of its component made, and does not keep another one from being made", () => {
        assert.deepEqual(describeSteps(up), [
            "create AuroraS3Access right",
            "create iam.Policy right-import",
            "create iam.Role right-role",
            "create iam.RolePolicyAttachment right-import",
            "create kms.Alias raw",
            "create kms.Key raw",
            "create s3.Bucket raw",
        ]);
    });

    it("has AWS asked for nothing of its component", async () => {
        const calls = await setup.aws.calls();
        assert.deepEqual(
            calls.filter((call) => call.includes("mistaken")),
            [],
        );
        assert.equal(calls.filter((call) => call.startsWith("iam:AttachRolePolicy right-role")).length, 1);
    });
});
