import assert from "node:assert/strict";
import { usePlugin } from "./support/construct";
import { output, secret, unknownOutput, type Props } from "./support/wire";

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const old = "can only be the name of a bucket created in us-east-1 before March 2018.";
const cluster = (i: number) => `arn:aws:rds:us-east-1:123456789012:cluster:sales-${i}`;

/** Inputs, and the only warning of them. */
const warnings: Record<string, [Props, string]> = {
    "a version that does not support the keys": [
        { exportTo: [{ bucket: "raw", kmsKeyArn }], engineVersion: "8.0.mysql_aurora.3.04.2" },
        'engineVersion: "8.0.mysql_aurora.3.04.2" does not support customer managed KMS keys, which are set. Aurora MySQL 3.05 and later do.',
    ],
    "a trust policy beyond the quota": [
        { importFrom: [{ bucket: "raw" }], sourceArns: Array.from({ length: 40 }, (_, i) => cluster(i)) },
        "sourceArns: needs a trust policy of 2389 characters, but the default quota of IAM is 2048. Request a quota increase, or use patterns with *.",
    ],
    "more policies than a role takes": [
        { importFrom: Array.from({ length: 400 }, (_, i) => ({ bucket: `raw-${i}` })) },
        "importFrom: needs 13 policies on one role, which may require a quota increase: IAM allows 10 or 20 by default, and 25 at most. Check the quota of the account, or split the access into several AuroraS3Access resources.",
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
                logged.map(({ severity, message }) => [severity, message]),
                [["warning", expected]],
            );
        });
    }

    const secrets: Record<string, Props> = {
        "a bucket": { importFrom: [{ bucket: output("Old_Bucket", { secret: true }) }] },
        "every bucket": { importFrom: [{ bucket: output("*", { secret: true }) }] },
        "patterns in a list": { importFrom: secret([{ bucket: "raw", objects: ["incoming*"] }]) },
        "a version": {
            exportTo: [{ bucket: "raw", kmsKeyArn }],
            engineVersion: secret("8.0.mysql_aurora.3.04.2"),
        },
        "the ARNs of a trust policy": {
            importFrom: [{ bucket: "raw" }],
            sourceArns: secret(Array.from({ length: 40 }, (_, i) => cluster(i))),
        },
    };
    for (const [what, inputs] of Object.entries(secrets)) {
        it(`is made without a word where ${what} is secret`, async () => {
            const { logged } = await construct(inputs, { preview: true });
            assert.deepEqual(logged, []);
        });
    }
});
