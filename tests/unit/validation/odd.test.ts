import assert from "node:assert/strict";
import { plan } from "../../../provider/plan/access";
import { findMistakes, judge } from "../../../provider/validation/findMistakes";
import { Known } from "../../../provider/values/known";
import { importFrom, key, location } from "../../support/mistakes/given";

/** Stands for a resource of any copy of the SDK. */
class Resource {
    readonly __pulumiResource = true;
    constructor(readonly __pulumiType: string) {}
}
const cluster = new Resource("aws:rds/cluster:Cluster");
const kmsKey = new Resource("aws:kms/key:Key");
const bucket = new Resource("aws:s3/bucket:Bucket");

const circular: Record<string, unknown> = { bucket: "raw" };
circular.bucket = circular;
const endless: unknown[] = [];
endless.push(endless);
const huge = "x".repeat(20_000_000);

/** What no other language than the program's own can hold, or no table: the inputs, the path and the sentence. */
const table: Record<string, [Record<string, unknown>, string, string]> = {
    "a resource as a location": [
        { importFrom: [cluster] },
        "importFrom[0]",
        "must be an object with bucket, but received a Cluster resource. Use { bucket: bucket.arn }.",
    ],
    "a resource as a cluster": [
        { importFrom, clusters: [cluster] },
        "clusters[0]",
        "must be an object with clusterIdentifier, but received a Cluster resource. Use { clusterIdentifier: cluster.clusterIdentifier }.",
    ],
    "a resource as a cluster identifier": [
        { importFrom, clusters: [{ clusterIdentifier: cluster }] },
        "clusters[0].clusterIdentifier",
        "must be a cluster identifier, but received a Cluster resource. Use its clusterIdentifier.",
    ],
    "a resource as a bucket": [
        location(bucket),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received a Bucket resource. Use its arn.",
    ],
    "a resource as a key": [
        location("raw", { kmsKeyArn: kmsKey }),
        "importFrom[0].kmsKeyArn",
        "must be the ARN of a KMS key, but received a Key resource. Use its arn.",
    ],
    "a resource among keys": [
        { kmsKeys: [kmsKey] },
        "kmsKeys[0]",
        "must be an object with keyArn, but received a Key resource. Use { keyArn: key.arn }.",
    ],
    "a promise, which the core cannot wait for": [
        location(Promise.resolve("raw")),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received a promise.",
    ],
    "another object": [
        location(new Date(0)),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received an instance of Date.",
    ],
    "a function": [
        location(() => "raw"),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received a function.",
    ],
    "a BigInt": [
        { importFrom, sourceAccount: 123456789012n },
        "sourceAccount",
        "must be an AWS account ID, but received a bigint.",
    ],
    "a circular object": [
        { importFrom: [circular] },
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received an object.",
    ],
    "a circular list": [
        { importFrom: endless },
        "importFrom[0]",
        "must be an object with bucket, but received a list. Use { bucket: bucket.arn }.",
    ],
    "a hole in a list": [
        { importFrom: [undefined, ...importFrom] },
        "importFrom[0]",
        "must be an object with bucket, but received no value. Use { bucket: bucket.arn }.",
    ],
    "a bucket of 20 MB": [
        location(huge),
        "importFrom[0].bucket",
        "must be a bucket name or ARN of at most 8192 characters, but received 20000000 characters.",
    ],
    "a pattern of 20 MB": [
        location("raw", { objects: [huge] }),
        "importFrom[0].objects[0]",
        "must be an object key or a pattern of keys of at most 8192 characters, but received 20000000 characters.",
    ],
    "an engine of 20 MB": [
        { importFrom, engine: huge },
        "engine",
        `must be "aurora-mysql" or "aurora-postgresql", but received "${"x".repeat(100)}…".`,
    ],
    "a property of 20 MB": [{ importFrom, [huge]: 1 }, `${"x".repeat(200)}…`, "unknown property."],
};

const toldOf = (inputs: Known) =>
    judge(plan(inputs)).map(({ propertyPath, reason }) => ({ propertyPath, reason }));

describe("validation of odd values", () => {
    for (const [what, [given, propertyPath, reason]] of Object.entries(table)) {
        it(`rejects ${what}`, () => {
            assert.deepEqual(findMistakes(given), [{ propertyPath, reason }]);
        });
    }

    it("tells nothing of a key twice, where one of two keys is right", () => {
        const given = { kmsKeys: [{ keyArn: kmsKey }, { keyArn: key }] };
        assert.deepEqual(
            findMistakes(given).map(({ propertyPath }) => propertyPath),
            ["kmsKeys[0].keyArn"],
        );
    });

    const output = {};
    const deferring = { room: 100, defer: (_: Known, value: object) => value === output };
    const secretly = (inputs: unknown) => new Known(inputs, { room: 100 }, undefined, "", { secret: true });
    const wholes: Record<string, [Known, string]> = {
        "a list": [new Known([]), "a list."],
        "a string": [new Known("raw"), '"raw".'],
        "an instance of a class": [new Known(new Date(0)), "an instance of Date."],
        "an output": [new Known(output, deferring), "an output. Its properties can be outputs."],
        "a secret": [secretly(["raw"]), "a secret value."],
    };
    for (const [what, [inputs, received]] of Object.entries(wholes)) {
        it(`rejects ${what} as the inputs`, () => {
            assert.deepEqual(toldOf(inputs), [
                { propertyPath: "", reason: `The inputs must be an object, but received ${received}` },
            ]);
        });
    }

    it("says of a secret value only what must hold", () => {
        assert.deepEqual(toldOf(secretly({ importFrom: [{ bucket: "raw/in" }], sourceAccount: "1234" })), [
            {
                propertyPath: "importFrom[0].bucket",
                reason: "must be a bucket name or ARN, but received a secret value.",
            },
            {
                propertyPath: "sourceAccount",
                reason: "must be an AWS account ID of 12 digits, but received a secret value.",
            },
        ]);
    });
});
