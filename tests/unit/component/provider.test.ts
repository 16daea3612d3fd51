import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../../provider";
import { failures, run } from "./program";

const header = 'AuroraS3Access "sales" has invalid inputs:';
const noAccount =
    "aws.getCallerIdentity must return accountId, but received no value. In unit tests, let the mock of " +
    'aws:index/getCallerIdentity:getCallerIdentity return { accountId: "123456789012" }.';
const noPartition =
    "aws.getPartition must return partition, but received no value. In unit tests, let the mock of " +
    'aws:index/getPartition:getPartition return { partition: "aws" }.';

const access = () => new AuroraS3Access("sales", { importFrom: [{ bucket: "raw" }] });
const answering = (answers: Record<string, object>): Partial<pulumi.runtime.Mocks> => ({
    call: ({ token }) => answers[token.split(":").at(-1) ?? ""] ?? {},
});
const messagesWith = async (mocks: Partial<pulumi.runtime.Mocks>) =>
    new Set(Object.values((await failures(access, { mocks })).messages));

describe("the provider of the component", () => {
    it("answers every call that the component makes", async () => {
        const { calls } = await run(() => {
            const aws = new Provider("china");
            const importFrom = [{ bucket: "raw" }];
            return new AuroraS3Access("sales", { importFrom }, { providers: { aws } });
        });
        assert.deepEqual(
            calls.map(({ token, provider }) => [token, provider?.includes("::china::")]).sort(),
            [
                ["aws:index/getCallerIdentity:getCallerIdentity", true],
                ["aws:index/getPartition:getPartition", true],
            ],
        );
    });

    it("must tell its account, which the mocks of Pulumi's documentation do not", async () => {
        // https://www.pulumi.com/docs/iac/guides/testing/unit/
        const mocks: pulumi.runtime.Mocks = {
            newResource: ({ name, inputs }) => ({ id: `${name}_id`, state: inputs as object }),
            call: ({ inputs }) => inputs as object,
        };
        assert.deepEqual(await messagesWith(mocks), new Set([`${header}\n  ${noAccount}\n  ${noPartition}`]));
    });

    it("must tell its account even where it tells its partition", async () => {
        const mocks = answering({ getPartition: { partition: "aws" } });
        assert.deepEqual(await messagesWith(mocks), new Set([`${header}\n  ${noAccount}`]));
    });

    it("must tell its partition", async () => {
        const mocks = answering({ getCallerIdentity: { accountId: "123456789012" } });
        assert.deepEqual(await messagesWith(mocks), new Set([`${header}\n  ${noPartition}`]));
    });

    for (const answer of [null, "", 5]) {
        it(`must tell strings, and not ${JSON.stringify(answer)}`, async () => {
            const mocks = answering({
                getCallerIdentity: { accountId: answer },
                getPartition: { partition: answer },
            });
            assert.deepEqual(
                await messagesWith(mocks),
                new Set([`${header}\n  ${noAccount}\n  ${noPartition}`]),
            );
        });
    }

    const silent: Record<string, () => never> = {
        "that throws": () => {
            throw new Error("unexpected call");
        },
        "that answers nothing": () => undefined as never,
    };
    for (const [which, call] of Object.entries(silent)) {
        it(`is told of by its call where a mock ${which} leaves no message`, async () => {
            assert.deepEqual(
                await messagesWith({ call }),
                new Set([
                    'aws.getCallerIdentity failed. In unit tests, let the mock of aws:index/getCallerIdentity:getCallerIdentity return { accountId: "123456789012" }.',
                ]),
            );
        });
    }

    it("fails the component with its own error where it cannot answer", async () => {
        const details = "no valid credential sources found";
        // As gRPC has it, from which the SDK takes the message.
        const call = () => Promise.reject(Object.assign(new Error(details), { details }));
        assert.deepEqual(await messagesWith({ call }), new Set([details]));
    });
});

describe("a provider that is not configured yet", () => {
    const preview = (program: () => unknown) => run(program, { preview: true, mocks: answering({}) });

    it("lets a preview show every resource", async () => {
        const { resources } = await preview(access);
        assert.deepEqual(
            resources.map(({ id }) => id).sort(),
            (await run(access)).resources.map(({ id }) => id).sort(),
        );
    });

    it("leaves the documents of a preview unknown", async () => {
        const { outputs, resource } = await preview(() => access().policyDocuments);
        assert.deepEqual(outputs, [pulumi.unknown]);
        const { assumeRolePolicy } = resource("aws:iam/role:Role sales-role").inputs;
        const { policy } = resource("aws:iam/policy:Policy sales-import").inputs;
        const unknown = pulumi.runtime.unknownValue;
        assert.deepEqual({ assumeRolePolicy, policy }, { assumeRolePolicy: unknown, policy: unknown });
    });

    it("leaves a document known that needs neither account nor partition", async () => {
        const { resource } = await preview(
            () =>
                new AuroraS3Access("sales", {
                    importFrom: [{ bucket: "arn:aws:s3:::raw" }],
                    sourceAccount: "123456789012",
                }),
        );
        const known = await run(access);
        for (const id of ["aws:iam/role:Role sales-role", "aws:iam/policy:Policy sales-import"])
            assert.deepEqual(resource(id).inputs, known.resource(id).inputs);
    });

    it("leaves the ARN of an AWS managed policy unknown in a preview", async () => {
        const { outputs } = await preview(
            () => new AuroraS3Access("sales", { predefinedPolicy: "AmazonS3FullAccess" }).policyArns,
        );
        assert.deepEqual(outputs, [pulumi.unknown]);
    });

    it("leaves the statements for the owners of named buckets unknown in a preview", async () => {
        const existingRoleArn = "arn:aws:iam::123456789012:role/aurora";
        const statements = (bucket: string, name: string) =>
            new AuroraS3Access(name, { importFrom: [{ bucket }], existingRoleArn }).bucketPolicyStatements;
        const arn = "arn:aws:s3:::raw";
        const { outputs } = await preview(() => [statements("raw", "a"), statements(arn, "b")]);
        const known = await run(() => statements(arn, "b"));
        assert.deepEqual(outputs, [pulumi.unknown, known.outputs]);
    });
});
