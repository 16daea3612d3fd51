import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import { resourcesOf, usePlugin } from "./support/construct";
import { output, unknownOutput, urnOf, type Props, type Wire } from "./support/wire";

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
                    'must differ from importPolicyName, regardless of case, but received "AllowAurora".',
            },
        ],
        "clusters of another account": [
            (give) => ({
                importFrom: raw,
                sourceAccount: "210987654321",
                sourceArns: [give(`arn:aws:rds:us-east-1:${account}:cluster:sales`)],
            }),
            {
                "sourceArns[0]": `must be in the account of sourceAccount, "210987654321", but received "arn:aws:rds:us-east-1:${account}:cluster:sales". Otherwise, Amazon RDS can never assume the role.`,
            },
        ],
        "another account than that of clusters": [
            (give) => ({
                importFrom: raw,
                sourceAccount: give("210987654321"),
                sourceArns: [`arn:aws:rds:us-east-1:${account}:cluster:sales`],
            }),
            {
                "sourceArns[0]": `must be in the account of sourceAccount, "210987654321", but received "arn:aws:rds:us-east-1:${account}:cluster:sales". Otherwise, Amazon RDS can never assume the role.`,
            },
        ],
        "a bucket of another partition": [
            (give) => ({
                importFrom: [{ bucket: give("arn:aws:s3:::raw") }, { bucket: give("arn:aws-cn:s3:::raw") }],
            }),
            {
                "importFrom[1].bucket":
                    'must be in the partition of importFrom[0].bucket, aws, but received "arn:aws-cn:s3:::raw". A role works in one partition only.',
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
                    'must be unique, regardless of case, but received "sales", the same as clusters[0].clusterIdentifier. Remove one.',
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

    it("are rejected once where they are whole resources", async () => {
        const resource = { [runtime.specialSigKey]: runtime.specialResourceSig, urn: keyUrn, id: "1234" };
        const { mistakes, message } = await failure({
            importFrom: [{ bucket: "raw", kmsKeyArn: { ...resource, packageVersion: "" } }],
        });
        assert.deepEqual(mistakes, {
            "importFrom[0].kmsKeyArn": `must be the ARN of a KMS key, but received "1234". Use the ARN of the key, for example, "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab".`,
        });
        assert.equal(message, 'AuroraS3Access "sales" has invalid inputs:');
    });
});
