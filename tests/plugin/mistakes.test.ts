import assert from "node:assert/strict";
import { usePlugin } from "./support/construct";
import { gate } from "./support/gate";
import { output, secret, unknown, unknownOutput, type Props } from "./support/wire";

const keyAlias = "arn:aws:kms:us-east-1:123456789012:alias/reports";
const expected = {
    "importFrom[0].objects":
        "cannot be set for this bucket, which is every bucket. In IAM, * also matches slashes, so the policy would grant more than these objects. Remove objects, or name the buckets.",
    sourceAccount: 'must be an AWS account ID of 12 digits, but received "12". For example, "123456789012".',
};
const header = 'AuroraS3Access "sales" has invalid inputs:';

/** The same mistakes, in every form in which they can come. */
const forms: Record<string, Props> = {
    "plain values": { importFrom: [{ bucket: "*", objects: ["a/*"] }], sourceAccount: "12" },
    "outputs in their fields": {
        importFrom: [{ bucket: output("*"), objects: ["a/*"] }],
        sourceAccount: output("12"),
    },
    "whole outputs": { importFrom: output([{ bucket: "*", objects: ["a/*"] }]), sourceAccount: output("12") },
    "an output for an item": {
        importFrom: [output({ bucket: "*", objects: ["a/*"] })],
        sourceAccount: "12",
    },
};

describe("mistakes in the inputs", () => {
    const { construct, failure } = usePlugin();

    for (const [form, inputs] of Object.entries(forms)) {
        it(`are all answered at once, with their paths, when given as ${form}, and nothing is registered`, async () => {
            const { status, message, mistakes, registered } = await failure(inputs);
            assert.deepEqual({ status, registered }, { status: "INVALID_ARGUMENT", registered: [] });
            assert.deepEqual(mistakes, expected);
            assert.equal(message, header);
        });
    }

    it("are found in preview too, beside what is not known yet", async () => {
        const inputs: Props = {
            importFrom: [{ bucket: unknownOutput() }, { bucket: output("*"), kmsKeyArn: keyAlias }],
        };
        const { mistakes } = await failure(inputs, { preview: true });
        assert.deepEqual(Object.keys(mistakes), ["importFrom[1].kmsKeyArn"]);
    });

    it("are found in names that nobody knows", async () => {
        const { mistakes } = await failure({ importFrom: [{ bucket: "raw" }], constructor: "x" });
        assert.deepEqual(Object.keys(mistakes), ["constructor"]);
    });

    const bucketLine = "importFrom[0].bucket: must be a bucket name or ARN, but received a secret value.";
    const pattern =
        "importFrom[0].objects[0]: must contain only characters that IAM policies allow (tab, line feed, carriage return, U+0020 to U+00FF), but received a secret value.";
    /** Inputs, and the line about the secret in them. */
    const hidden: Record<string, [Props, string]> = {
        "an output": [{ importFrom: [{ bucket: output("My Password", { secret: true }) }] }, bucketLine],
        "a secret of older SDKs": [{ importFrom: [{ bucket: secret("My Password") }] }, bucketLine],
        "a whole list": [{ importFrom: output([{ bucket: "My Password" }], { secret: true }) }, bucketLine],
        "a string in place of a list": [
            { importFrom: output("My Password", { secret: true }) },
            "importFrom: must be a list that is known when the program runs, but received an output. The fields of its items can be outputs.",
        ],
        "a string in place of an object": [
            { importFrom: [{ bucket: "raw" }], clusterParameterGroup: secret("My Password") },
            "clusterParameterGroup: must be an object that is known when the program runs, but received an output. Its fields can be outputs.",
        ],
        "a string in place of an item": [
            { importFrom: [output("My Password", { secret: true })] },
            "importFrom[0]: must be an object that is known when the program runs, but received an output. Its fields can be outputs.",
        ],
        "a list of patterns": [
            { importFrom: [{ bucket: "raw", objects: output(["My Password\u2014"], { secret: true }) }] },
            "importFrom[0].objects: must be a list that is known when the program runs, but received an output.",
        ],
        "a pattern in a whole list": [
            { importFrom: output([{ bucket: "raw", objects: ["My Password\u2014"] }], { secret: true }) },
            pattern,
        ],
        "a choice": [
            { importFrom: [{ bucket: "raw" }], engine: output("My Password", { secret: true }) },
            'engine: must be "aurora-mysql" or "aurora-postgresql", known when the program runs, but received an output.',
        ],
        "the value of a tag": [
            { importFrom: [{ bucket: "raw" }], tags: secret({ a: "My Password!" }) },
            "tags: must contain only letters, digits, spaces and _.:/=+-@, but received a secret value.",
        ],
        "the key of a tag": [
            { importFrom: [{ bucket: "raw" }], tags: secret({ "My Password!": "a" }) },
            "tags: must have only valid keys.",
        ],
        "keys of tags that differ in case alone": [
            { importFrom: [{ bucket: "raw" }], tags: secret({ "My Password": "a", "my password": "a" }) },
            "tags: must have keys that differ in more than case.",
        ],
    };
    for (const [form, [inputs, line]] of Object.entries(hidden)) {
        it(`stand in the message without the secret that is given as ${form}, as the engine shows the value of a property that has an error`, async () => {
            const { message, mistakes } = await failure({ ...inputs, sourceAccount: "12" });
            assert.equal(message, `${header}\n  ${line}`);
            assert.deepEqual(mistakes, { sourceAccount: expected.sourceAccount });
        });
    }

    const noValue =
        "but received no value. If it comes from a stack output, check that the output exists; in unit tests, check the mocks; with --target, target the resource that provides it.";
    const missing: Record<string, [Props, string, string]> = {
        "an input": [
            { importFrom: [{ bucket: "raw" }], roleName: unknown },
            "roleName",
            "must be a role name",
        ],
        "an output": [
            { importFrom: [{ bucket: "raw" }], roleName: unknownOutput() },
            "roleName",
            "must be a role name",
        ],
        "a list": [{ importFrom: unknown, exportTo: [{ bucket: "raw" }] }, "importFrom", "must be a list"],
        "a field": [
            { importFrom: [{ bucket: "raw", kmsKeyArn: unknown }] },
            "importFrom[0].kmsKeyArn",
            "must be the ARN of a KMS key",
        ],
        "an output in a field": [
            { importFrom: [{ bucket: "raw", kmsKeyArn: unknownOutput() }] },
            "importFrom[0].kmsKeyArn",
            "must be the ARN of a KMS key",
        ],
        "a field of a whole list": [
            { importFrom: output([{ bucket: "raw", kmsKeyArn: unknown }]) },
            "importFrom[0].kmsKeyArn",
            "must be the ARN of a KMS key",
        ],
        "a field of a whole list, written as null,": [
            { importFrom: output([{ bucket: "raw", kmsKeyArn: null }]) },
            "importFrom[0].kmsKeyArn",
            "must be the ARN of a KMS key",
        ],
    };
    for (const [form, [inputs, path, rule]] of Object.entries(missing)) {
        it(`are ${form} that is still not known in an update, and not taken for left out`, async () => {
            const { mistakes, registered } = await failure(inputs);
            assert.deepEqual([mistakes, registered], [{ [path]: `${rule}, ${noValue}` }, []]);
        });
    }

    it("are a choice that is still not known in an update, and not taken for left out", async () => {
        const { mistakes, registered } = await failure({ importFrom: [{ bucket: "raw" }], engine: unknown });
        const engine = `must be "aurora-mysql" or "aurora-postgresql", ${noValue}`;
        assert.deepEqual([mistakes, registered], [{ engine }, []]);
    });

    it("fail no other component that is made at the same time", async () => {
        const { hold: beforeAnswer, held, letGo } = gate();
        const good = construct({ importFrom: [{ bucket: "raw" }] }, { name: "good", beforeAnswer });
        await held(1);
        const bad = await failure({ importFrom: [{ bucket: output("Raw!") }] }, { name: "bad" });
        letGo();
        assert.deepEqual([bad.status, bad.registered], ["INVALID_ARGUMENT", []]);
        assert.deepEqual((await good).state.roleName, "good-role");
    });
});
