import assert from "node:assert/strict";
import { usePlugin } from "./support/construct";
import { output, secret, unknown, unknownOutput, type Props } from "./support/wire";

const keyAlias = "arn:aws:kms:us-east-1:123456789012:alias/reports";
const expected = {
    "importFrom[0].objects":
        "is given for every bucket, but IAM would grant more than these objects: leave it out, or name the buckets",
    sourceAccount: '"12" is given, but an account has 12 digits: write one like 123456789012',
};

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
            assert.equal(message, 'AuroraS3Access "sales" cannot be made from these inputs:');
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

    const hidden: Record<string, Props> = {
        "an output": { importFrom: [{ bucket: output("My Password", { secret: true }) }] },
        "a secret of older SDKs": { importFrom: [{ bucket: secret("My Password") }] },
        "a whole list": { importFrom: output([{ bucket: "My Password" }], { secret: true }) },
        "what is plain from now on": {
            importFrom: [{ bucket: "raw", objects: output(["My Password\u2014"], { secret: true }) }],
        },
        "what is plain in a whole list": {
            importFrom: output([{ bucket: "raw", objects: ["My Password\u2014"] }], { secret: true }),
        },
        "a choice": { importFrom: [{ bucket: "raw" }], engine: output("My Password", { secret: true }) },
        "a tag": { importFrom: [{ bucket: "raw" }], tags: secret({ a: "My Password!" }) },
    };
    for (const [form, inputs] of Object.entries(hidden)) {
        it(`stand in the message without the secret that is given as ${form}, as the engine shows the value of a property that has an error`, async () => {
            const { message, mistakes } = await failure({ ...inputs, sourceAccount: "12" });
            assert.deepEqual(Object.keys(mistakes), ["sourceAccount"]);
            assert.match(message, /\n {2}\S+: .*\[secret\]/);
            assert.doesNotMatch(message, /My Password/);
        });
    }

    const missing: Record<string, [Props, string]> = {
        "an input": [{ importFrom: [{ bucket: "raw" }], roleName: unknown }, "roleName"],
        "an output": [{ importFrom: [{ bucket: "raw" }], roleName: unknownOutput() }, "roleName"],
        "a list": [{ importFrom: unknown, exportTo: [{ bucket: "raw" }] }, "importFrom"],
        "a field": [{ importFrom: [{ bucket: "raw", kmsKeyArn: unknown }] }, "importFrom[0].kmsKeyArn"],
        "an output in a field": [
            { importFrom: [{ bucket: "raw", kmsKeyArn: unknownOutput() }] },
            "importFrom[0].kmsKeyArn",
        ],
        "a field of a whole list": [
            { importFrom: output([{ bucket: "raw", kmsKeyArn: unknown }]) },
            "importFrom[0].kmsKeyArn",
        ],
        "a field of a whole list, written as null,": [
            { importFrom: output([{ bucket: "raw", kmsKeyArn: null }]) },
            "importFrom[0].kmsKeyArn",
        ],
        "a choice": [{ importFrom: [{ bucket: "raw" }], engine: unknown }, "engine"],
    };
    for (const [form, [inputs, path]] of Object.entries(missing)) {
        it(`are ${form} that is still not known in an update, and not taken for left out`, async () => {
            const { mistakes, registered } = await failure(inputs);
            assert.deepEqual([Object.keys(mistakes), registered], [[path], []]);
            assert.match(mistakes[path]!, /^nothing is given, but /);
        });
    }

    it("fail no other component that is made at the same time", async () => {
        let registering: () => void;
        const waits = new Promise<void>((resolve) => (registering = resolve));
        let release: () => void;
        const held = new Promise<void>((resolve) => (release = resolve));
        const beforeAnswer = () => {
            registering();
            return held;
        };
        const good = construct({ importFrom: [{ bucket: "raw" }] }, { name: "good", beforeAnswer });
        await waits;
        const bad = await failure({ importFrom: [{ bucket: output("Raw!") }] }, { name: "bad" });
        release!();
        assert.deepEqual([bad.status, bad.registered], ["INVALID_ARGUMENT", []]);
        assert.deepEqual((await good).state.roleName, "good-role");
    });
});
