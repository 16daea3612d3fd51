import assert from "node:assert/strict";
import type { AccessShape } from "../../../provider/plan/rolePlan";
import { shapeWarnings, valueWarnings, type KnownInputs } from "../../../provider/validation/warnings";

const mysql: AccessShape = { engine: "aurora-mysql", importFrom: [{}] };
const encrypted: AccessShape = { engine: "aurora-mysql", exportTo: [{ kmsKeyArn: "arn" }] };
const objects = (...patterns: string[]): KnownInputs => ({
    importFrom: [{ bucket: "raw", objects: patterns }],
});
const everyBucket =
    "is every bucket, also those of other accounts that allow it: name the buckets that are needed";
const sourceArns = Array.from(
    { length: 40 },
    (_, i) => `arn:aws:rds:us-east-1:123456789012:cluster:sales-${i}`,
);

/** Inputs, the path of the one warning of them, and its sentence. */
const table: [KnownInputs, string, string, { shape?: AccessShape; partition?: string }?][] = [
    [{ importFrom: [{ bucket: "*" }] }, "importFrom[0].bucket", everyBucket],
    [{ exportTo: [{ bucket: "raw" }, { bucket: "*" }] }, "exportTo[1].bucket", everyBucket],
    [
        { importFrom: [{ bucket: "Old_Bucket" }] },
        "importFrom[0].bucket",
        '"Old_Bucket" can only be a bucket that was made in us-east-1 before March 2018',
    ],
    [
        { importFrom: [{ bucket: "raw" }] },
        "importFrom[0].bucket",
        '"raw" is taken for a bucket in the partition aws-cn: write its ARN if it is in another',
        { partition: "aws-cn" },
    ],
    [
        { importFrom: [{ bucket: "arn:aws-cn:s3:::raw" }] },
        "importFrom[0].bucket",
        '"arn:aws-cn:s3:::raw" is in the partition aws-cn, but the AWS provider works in aws',
    ],
    [
        objects("/incoming/*"),
        "importFrom[0].objects[0]",
        '"/incoming/*" starts with a slash, as keys rarely do: write "incoming/*" unless they were written so',
    ],
    [
        objects("incoming/"),
        "importFrom[0].objects[0]",
        '"incoming/" is one object with this very key: write "incoming/*" for what is in the folder',
    ],
    [
        objects("a/*", "incoming*"),
        "importFrom[0].objects[1]",
        '"incoming*" reaches further than a folder, to all that starts with "incoming": write "incoming/*" if the folder is meant',
    ],
    [
        objects("*.csv"),
        "importFrom[0].objects[0]",
        '"*.csv" reaches into every folder, as * goes across slashes: start with a folder if one is meant',
    ],
    ...["5.7.mysql_aurora.2.12.5", "8.0.mysql_aurora.3.04.2"].map((engineVersion): (typeof table)[number] => [
        { engineVersion },
        "engineVersion",
        `"${engineVersion}" does not support KMS keys of your own, which are given: Aurora MySQL does from 3.05 on`,
        { shape: encrypted },
    ]),
    [
        { sourceArns },
        "sourceArns",
        "makes a trust policy of 2373 characters, but by default IAM has a quota of 2048: have it raised, or write patterns with *",
    ],
];

const right: [KnownInputs, { shape?: AccessShape; partition?: string }?][] = [
    [objects("*")],
    [objects("incoming/*", "incoming/2026-*.csv", "2026-??.csv", "a.csv")],
    [{ importFrom: [{ bucket: "arn:aws-cn:s3:::raw" }] }, { partition: "aws-cn" }],
    [{ engineVersion: "8.0.mysql_aurora.3.04.2" }],
    [{ engineVersion: "8.0.mysql_aurora.3.05.0" }, { shape: encrypted }],
    [{ engineVersion: "8.0.mysql_aurora.3.10.0" }, { shape: encrypted }],
    [{ engineVersion: "8.4.mysql_aurora.8.4.7" }, { shape: encrypted }],
    [{ sourceArns: sourceArns.slice(0, 10) }],
];

describe("warnings", () => {
    for (const [given, propertyPath, reason, { shape = mysql, partition = "aws" } = {}] of table) {
        it(`are given of ${JSON.stringify(given).slice(0, 80)} in ${partition}`, () => {
            assert.deepEqual(valueWarnings(given, shape, partition), [{ propertyPath, reason }]);
        });
    }

    for (const [given, { shape = mysql, partition = "aws" } = {}] of right) {
        it(`are not given of ${JSON.stringify(given).slice(0, 80)} in ${partition}`, () => {
            assert.deepEqual(valueWarnings(given, shape, partition), []);
        });
    }

    const locations = (count: number) => Array.from({ length: count }, () => ({}));

    it("are given of more policies than a role has", () => {
        assert.deepEqual(shapeWarnings({ engine: "aurora-mysql", importFrom: locations(400) }), [
            {
                propertyPath: "importFrom",
                reason: "takes a role with 13 policies, but by default IAM has a quota of 10: have it raised, or write several AuroraS3Access",
            },
        ]);
    });

    it("are not given of two roles that have as many only together", () => {
        const importFrom = locations(250);
        assert.deepEqual(
            shapeWarnings({ engine: "aurora-postgresql", importFrom, exportTo: importFrom }),
            [],
        );
    });
});
