import assert from "node:assert/strict";
import { resourcesOf, usePlugin } from "./support/construct";
import { output, resource, unknownOutput, urnOf, type Props, type Wire } from "./support/wire";

const account = "123456789012";
const key = (id: string) => `arn:aws:kms:us-east-1:${account}:key/${id}`;
const keyUrn = urnOf("aws:kms/key:Key", "key");
const raw = [{ bucket: "raw" }];

/** A value that another resource gives. */
type Give = (value: Wire) => Wire;
const asString: Give = (value) => value;
const asOutput: Give = (value) => output(value, { dependencies: [keyUrn] });
const asUnknown: Give = () => unknownOutput(keyUrn);

describe("values that other resources give", () => {
    const { construct, failure } = usePlugin();

    const settings: Record<string, (give: Give) => Props> = {
        "two keys": (give) => ({
            importFrom: raw,
            kmsKeys: [{ keyArn: give(key("a")) }, { keyArn: give(key("b")) }],
        }),
        "two keys alone": (give) => ({ kmsKeys: [{ keyArn: give(key("a")) }, { keyArn: give(key("b")) }] }),
        "two keys on Aurora PostgreSQL": (give) => ({
            engine: "aurora-postgresql",
            importFrom: raw,
            exportTo: raw,
            kmsKeys: [{ keyArn: give(key("a")) }, { keyArn: give(key("b")), forExport: true }],
        }),
        "two keys on an existing role": (give) => ({
            existingRoleArn: `arn:aws:iam::${account}:role/aurora`,
            importFrom: raw,
            kmsKeys: [{ keyArn: give(key("a")) }, { keyArn: give(key("b")) }],
        }),
        "the key of the second of two buckets": (give) => ({
            importFrom: [
                { bucket: "raw", kmsKeyArn: key("a") },
                { bucket: "reports", kmsKeyArn: give(key("b")) },
            ],
        }),
        "the key of the first of two buckets": (give) => ({
            exportTo: [
                { bucket: "raw", kmsKeyArn: give(key("a")) },
                { bucket: "reports", kmsKeyArn: key("b") },
            ],
        }),
        "the second of two buckets": (give) => ({
            importFrom: [{ bucket: "raw" }, { bucket: give("reports") }],
        }),
        "the second of two clusters": (give) => ({
            importFrom: raw,
            clusters: [{ clusterIdentifier: "one" }, { clusterIdentifier: give("two"), name: "two" }],
        }),
    };
    for (const [what, inputs] of Object.entries(settings)) {
        it(`give ${what} as strings do`, async () => {
            const [found, expected] = await Promise.all([
                construct(inputs(asOutput)),
                construct(inputs(asString)),
            ]);
            assert.deepEqual(resourcesOf(found), resourcesOf(expected));
            assert.deepEqual(found.state, expected.state);
        });

        it(`give ${what} in a preview that does not know them yet, with the same resources`, async () => {
            const [found, expected] = await Promise.all([
                construct(inputs(asUnknown), { preview: true }),
                construct(inputs(asString), { preview: true }),
            ]);
            const idsOf = (constructed: typeof found) => resourcesOf(constructed).map(({ id }) => id);
            assert.deepEqual(idsOf(found), idsOf(expected));
        });
    }

    const rejected: Record<string, [(give: Give) => Props, Record<string, string>]> = {
        "the same name for two policies": [
            (give) => ({
                importFrom: raw,
                exportTo: raw,
                importPolicyName: give("AllowAurora"),
                exportPolicyName: give("AllowAurora"),
            }),
            {
                exportPolicyName:
                    'must give policies other names than importPolicyName, regardless of case, but received "AllowAurora".',
            },
        ],
        "clusters of another account": [
            (give) => ({
                importFrom: raw,
                sourceAccount: account,
                sourceArns: [give("arn:aws:rds:us-east-1:210987654321:cluster:sales")],
            }),
            {
                "sourceArns[0]": `must be in the account of sourceAccount, "${account}", but received "arn:aws:rds:us-east-1:210987654321:cluster:sales". Use the ARN of a cluster in this account: Amazon RDS can never assume the role for others.`,
            },
        ],
        "another account than that of clusters": [
            (give) => ({
                importFrom: raw,
                sourceAccount: give(account),
                sourceArns: ["arn:aws:rds:us-east-1:210987654321:cluster:sales"],
            }),
            {
                "sourceArns[0]": `must be in the account of sourceAccount, "${account}", but received "arn:aws:rds:us-east-1:210987654321:cluster:sales". Use the ARN of a cluster in this account: Amazon RDS can never assume the role for others.`,
            },
        ],
        "a bucket of another partition": [
            (give) => ({
                importFrom: [{ bucket: give("arn:aws:s3:::raw") }, { bucket: give("arn:aws-cn:s3:::raw") }],
            }),
            {
                "importFrom[1].bucket":
                    'must be in the partition of the AWS provider, aws, but received "arn:aws-cn:s3:::raw". Use a resource of this partition, or the AWS provider of the other one.',
            },
        ],
        "the family of another version": [
            (give) => ({
                importFrom: raw,
                engineVersion: give("8.0.mysql_aurora.3.10.0"),
                clusterParameterGroup: { family: give("aurora-mysql5.7") },
            }),
            {
                "clusterParameterGroup.family":
                    'must be the family of engineVersion, "aurora-mysql8.0", but received "aurora-mysql5.7". Set it to "aurora-mysql8.0", or remove it.',
            },
        ],
        "the same cluster twice": [
            (give) => ({
                importFrom: raw,
                clusters: [{ clusterIdentifier: "sales" }, { clusterIdentifier: give("sales"), name: "two" }],
            }),
            {
                "clusters[1].clusterIdentifier":
                    'must be unique in a Region, regardless of case, but received "sales", the same as clusters[0].clusterIdentifier. Remove one, or set region if they are in different Regions.',
            },
        ],
    };
    for (const [what, [inputs, mistakes]] of Object.entries(rejected)) {
        for (const [form, give] of Object.entries({ strings: asString, outputs: asOutput })) {
            it(`are rejected before any resource where they give ${what}, as ${form}`, async () => {
                const answer = await failure(inputs(give));
                assert.deepEqual([answer.mistakes, answer.registered], [mistakes, []]);
            });
        }
    }

    const wholes: Record<string, [Props, string, string]> = {
        "a key": [
            { importFrom: [{ bucket: "raw", kmsKeyArn: resource(keyUrn, "1234") }] },
            "importFrom[0].kmsKeyArn",
            "must be the ARN of a KMS key, but received a Key resource. Use its arn.",
        ],
        "a bucket, whose ID would do": [
            { importFrom: [{ bucket: resource(urnOf("aws:s3/bucket:Bucket", "raw"), "raw") }] },
            "importFrom[0].bucket",
            "must be a bucket name or ARN, but received a Bucket resource. Use its arn.",
        ],
        "a bucket for a location": [
            { importFrom: [resource(urnOf("aws:s3/bucketV2:BucketV2", "raw"), "raw")] },
            "importFrom[0]",
            "must be an object with bucket, but received a BucketV2 resource. Use { bucket: bucket.arn }.",
        ],
        "a cluster": [
            { importFrom: raw, clusters: [resource(urnOf("aws:rds/cluster:Cluster", "sales"), "sales")] },
            "clusters[0]",
            "must be an object with clusterIdentifier, but received a Cluster resource. Use { clusterIdentifier: cluster.clusterIdentifier }.",
        ],
        "a type that has nothing to do with it": [
            { importFrom: [{ bucket: resource(urnOf("random:index/randomPet:RandomPet", "pet"), "raw") }] },
            "importFrom[0].bucket",
            "must be a bucket name or ARN, but received a RandomPet resource. Use its arn.",
        ],
        "a role": [
            { importFrom: raw, existingRoleArn: resource(urnOf("aws:iam/role:Role", "aurora"), "aurora") },
            "existingRoleArn",
            "must be the ARN of a role, but received a Role resource. Use its arn.",
        ],
    };
    for (const [what, [inputs, path, reason]] of Object.entries(wholes)) {
        it(`are rejected once where the whole resource is given of ${what}`, async () => {
            const { mistakes, message } = await failure(inputs);
            assert.deepEqual(mistakes, { [path]: reason });
            assert.equal(message, 'AuroraS3Access "sales" has invalid inputs:');
        });
    }
});
