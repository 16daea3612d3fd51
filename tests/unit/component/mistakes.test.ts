import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { failure, run } from "./program";

const failureOf = (args: AuroraS3AccessArgs) => failure(() => new AuroraS3Access("sales", args));
const errorsOf = async (args: unknown) => {
    const { error } = await failureOf(args as AuroraS3AccessArgs);
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    return error.errors;
};
const messageOf = async (args: AuroraS3AccessArgs) => ((await failureOf(args)).error as Error).message;

const importFrom = [{ bucket: "raw" }];
const header = 'AuroraS3Access "sales" has invalid inputs:';
const keyAlias =
    'must be the ARN of a KMS key, but received the alias "alias/sales". An alias in a policy grants nothing. ' +
    'Use the ARN of the key, for example, "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab".';
const accessPoint =
    'must be a bucket name or ARN, but received the access point alias "raw-abc-s3alias". ' +
    "Use the name or ARN of the bucket behind it.";
const whereFrom =
    "If it comes from a stack output, check that the output exists; in unit tests, check the mocks; " +
    "with --target, target the resource that provides it.";
const notRequested = "importFrom: must be set unless exportTo, predefinedPolicy or kmsKeys is set.";

describe("invalid inputs", () => {
    it("are all named in one error, with their paths", async () => {
        const errors = await errorsOf({
            importFrom: [{ bucket: "raw" }, { bucket: "raw-abc-s3alias" }],
            kmsKeys: [{ keyArn: "alias/sales" }],
            exportPolicyName: "AllowAuroraToExampleBucket",
        });
        assert.deepEqual(errors, [
            { propertyPath: "exportPolicyName", reason: "requires exportTo." },
            { propertyPath: "importFrom[1].bucket", reason: accessPoint },
            { propertyPath: "kmsKeys[0].keyArn", reason: keyAlias },
        ]);
    });

    it("stand in the message too, which is all that some language hosts print", async () => {
        assert.equal(
            await messageOf({ kmsKeys: [{ keyArn: "alias/sales" }] }),
            `${header}\n  kmsKeys[0].keyArn: ${keyAlias}`,
        );
    });

    it("are no more than a person reads", async () => {
        const wrong = Array.from({ length: 60 }, () => ({ bucket: "raw-abc-s3alias" }));
        const lines = wrong.slice(0, 50).map((_, i) => `  importFrom[${i}].bucket: ${accessPoint}`);
        assert.equal(await messageOf({ importFrom: wrong }), [header, ...lines, "  and 10 more"].join("\n"));
    });

    for (const [what, args] of [
        ["no inputs", undefined],
        ["null", null],
        ["empty inputs", {}],
        ["inputs that are left out", { importFrom: undefined }],
    ] as const) {
        it(`include ${what}, which request no access`, async () => {
            const { error } = await failureOf(args as AuroraS3AccessArgs);
            assert.equal((error as Error).message, `${header}\n  ${notRequested}`);
        });
    }

    it("register nothing", async () => {
        const { resources } = await failureOf({ importFrom: [{ bucket: "raw-abc-s3alias" }] });
        assert.deepEqual(resources, []);
    });
});

describe("invalid inputs in outputs", () => {
    const given = { importFrom: [{ bucket: pulumi.output("raw-abc-s3alias") }] };
    const late = (value: unknown) =>
        pulumi.output(new Promise<string>((resolve) => setTimeout(() => resolve(value as string), 20)));

    it("register nothing", async () => {
        const { resources } = await failureOf(given);
        assert.deepEqual(resources, []);
    });

    it("get the same sentence", async () => {
        assert.deepEqual(await errorsOf(given), [
            { propertyPath: "importFrom[0].bucket", reason: accessPoint },
        ]);
        const message = `${header}\n  importFrom[0].bucket: ${accessPoint}`;
        // The SDK puts before it which properties of the children it could not serialize.
        assert.ok((await messageOf(given)).endsWith(message));
    });

    it("are all named in one error, whenever they are known", async () => {
        const errors = await errorsOf({
            importFrom: [{ bucket: pulumi.output("raw-abc-s3alias") }],
            kmsKeys: [{ keyArn: late("alias/sales") }],
        });
        assert.deepEqual(errors, [
            { propertyPath: "importFrom[0].bucket", reason: accessPoint },
            { propertyPath: "kmsKeys[0].keyArn", reason: keyAlias },
        ]);
    });

    it("are judged together with plain ones", async () => {
        const errors = await errorsOf({
            importFrom,
            exportTo: importFrom,
            importPolicyName: pulumi.output("Aurora"),
            exportPolicyName: "aurora",
        });
        assert.deepEqual(errors, [
            {
                propertyPath: "exportPolicyName",
                reason: 'must give policies other names than importPolicyName, regardless of case, but received "aurora".',
            },
        ]);
    });

    for (const [what, value, reason] of [
        ["nothing", undefined, `must be a bucket name or ARN, but received no value. ${whereFrom}`],
        ["null", null, `must be a bucket name or ARN, but received no value. ${whereFrom}`],
        ["a number", 5, "must be a bucket name or ARN, but received the number 5. Put it in quotes."],
    ] as const) {
        it(`include ${what}, however late it is known`, async () => {
            assert.deepEqual(await errorsOf({ importFrom: [{ bucket: "raw" }, { bucket: late(value) }] }), [
                { propertyPath: "importFrom[1].bucket", reason },
            ]);
        });
    }

    it("include a key that turns out to hold nothing, which would otherwise grant nothing", async () => {
        const nothing = pulumi.output(undefined);
        assert.deepEqual(await errorsOf({ importFrom: [{ bucket: "raw", kmsKeyArn: nothing }] }), [
            {
                propertyPath: "importFrom[0].kmsKeyArn",
                reason: `must be the ARN of a KMS key, but received no value. ${whereFrom}`,
            },
        ]);
    });

    it("include a null in an object, which in the program leaves the field out", async () => {
        const parameters = [{ name: "time_zone", value: "UTC", applyMethod: null }];
        const given = (parameters: unknown) => ({
            importFrom,
            clusterParameterGroup: { family: "aurora-mysql8.0", parameters },
        });
        assert.deepEqual(await errorsOf(given(pulumi.output(parameters))), [
            {
                propertyPath: "clusterParameterGroup.parameters[0].applyMethod",
                reason: `must be an apply method, but received no value. ${whereFrom}`,
            },
        ]);
        await run(() => new AuroraS3Access("sales", given(parameters) as never));
    });

    it("include an account that is null, which would otherwise be the provider's", async () => {
        assert.deepEqual(await errorsOf({ importFrom, sourceAccount: pulumi.output(null) }), [
            {
                propertyPath: "sourceAccount",
                reason: `must be an AWS account ID, but received no value. ${whereFrom}`,
            },
        ]);
    });
});

describe("an output where the program must know the value", () => {
    const ofItems = "The fields of its items can be outputs.";
    const clusters = (name: unknown) => [{ clusterIdentifier: "sales", name }];
    const pattern =
        "must be an object key or a pattern of keys that is known when the program runs, but received an output.";
    const table: [what: string, args: object, propertyPath: string, reason: string][] = [
        [
            "a list",
            { importFrom: pulumi.output(importFrom) },
            "importFrom",
            `must be a list that is known when the program runs, but received an output. ${ofItems}`,
        ],
        [
            "an item",
            { importFrom: [pulumi.output({ bucket: "raw" })] },
            "importFrom[0]",
            "must be an object that is known when the program runs, but received an output. Its fields can be outputs.",
        ],
        [
            "a list of patterns",
            { importFrom: [{ bucket: "raw", objects: pulumi.output(["a/*"]) }] },
            "importFrom[0].objects",
            "must be a list that is known when the program runs, but received an output.",
        ],
        [
            "a pattern, as patterns decide how many policies there are",
            { importFrom: [{ bucket: "raw", objects: [pulumi.output("a/*")] }] },
            "importFrom[0].objects[0]",
            pattern,
        ],
        [
            "a promise of a pattern",
            { importFrom: [{ bucket: "raw", objects: [Promise.resolve("a/*")] }] },
            "importFrom[0].objects[0]",
            "must be an object key or a pattern of keys that is known when the program runs, but received a promise. Await it.",
        ],
        [
            "the name of a cluster",
            { importFrom, clusters: clusters(pulumi.output("eu")) },
            "clusters[0].name",
            "must be a name that is known when the program runs, but received an output.",
        ],
        [
            "an engine",
            { importFrom, engine: pulumi.output("aurora-mysql") },
            "engine",
            'must be "aurora-mysql" or "aurora-postgresql", known when the program runs, but received an output.',
        ],
        [
            "a flag",
            {
                kmsKeys: [
                    {
                        keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd",
                        forExport: pulumi.output(true),
                    },
                ],
            },
            "kmsKeys[0].forExport",
            "must be true or false, known when the program runs, but received an output.",
        ],
        [
            "a secret flag of a key",
            {
                kmsKeys: [
                    { keyArn: "arn:aws:kms:us-east-1:123456789012:key/1", forExport: pulumi.secret(true) },
                ],
            },
            "kmsKeys[0].forExport",
            "must be true or false, known when the program runs, but received an output.",
        ],
    ];
    for (const [what, args, propertyPath, reason] of table) {
        it(`is rejected as ${what}`, async () => {
            assert.deepEqual(await errorsOf(args), [{ propertyPath, reason }]);
        });
    }

    it("is rejected at once, when the program constructs the component", () => {
        const engine = pulumi.output("aurora-mysql") as never;
        assert.throws(() => new AuroraS3Access("sales", { importFrom, engine }), pulumi.InputPropertiesError);
    });
});
