import assert from "node:assert/strict";
import { usePlugin } from "./support/construct";
import { output, unknownOutput, type Props } from "./support/wire";

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const old = "can only be a bucket that was made in us-east-1 before March 2018";
const cluster = (i: number) => `arn:aws:rds:us-east-1:123456789012:cluster:sales-${i}`;

/** Inputs, and the start of the only warning of them. */
const warnings: Record<string, [Props, string]> = {
    "a version that does not support the keys": [
        { exportTo: [{ bucket: "raw", kmsKeyArn }], engineVersion: "8.0.mysql_aurora.3.04.2" },
        'engineVersion: "8.0.mysql_aurora.3.04.2" does not support KMS keys',
    ],
    "a trust policy beyond the quota": [
        { importFrom: [{ bucket: "raw" }], sourceArns: Array.from({ length: 40 }, (_, i) => cluster(i)) },
        "sourceArns: makes a trust policy of 2373 characters",
    ],
    "more policies than a role takes": [
        { importFrom: Array.from({ length: 400 }, (_, i) => ({ bucket: `raw-${i}` })) },
        "importFrom: takes a role with 13 policies",
    ],
    "a bucket of another partition": [
        { importFrom: [{ bucket: "arn:aws-cn:s3:::raw" }] },
        'importFrom[0].bucket: "arn:aws-cn:s3:::raw" is in the partition aws-cn, but the AWS provider works in aws',
    ],
    "a secret, without showing it": [
        { importFrom: [{ bucket: output("Old_Bucket", { secret: true }) }] },
        `importFrom[0].bucket: [secret] ${old}`,
    ],
    "what is known beside what is not": [
        { importFrom: [{ bucket: "Old_Bucket" }], exportTo: [{ bucket: unknownOutput() }] },
        `importFrom[0].bucket: "Old_Bucket" ${old}`,
    ],
};

describe("a component that is likely wrong", () => {
    const { construct } = usePlugin();

    for (const [what, [inputs, expected]] of Object.entries(warnings)) {
        it(`is made, with a warning of ${what}`, async () => {
            const { logged } = await construct(inputs, { preview: true });
            assert.deepEqual(
                logged.map(({ severity, message }) => [severity, message.slice(0, expected.length)]),
                [["warning", expected]],
            );
        });
    }
});
