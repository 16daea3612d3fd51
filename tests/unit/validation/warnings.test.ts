import assert from "node:assert/strict";
import { plan } from "../../../provider/plan/access";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { findWarnings } from "../../../provider/validation/warnings";
import { Known } from "../../../provider/values/known";
import { importFrom, key, location, postgresql, role } from "../../support/mistakes/given";

type Inputs = Record<string, unknown>;

const warningsOf = (given: Inputs) =>
    findWarnings(plan(new Known(given))).map(({ propertyPath, reason }) => ({
        propertyPath,
        reason,
    }));

const encrypted = { exportTo: [{ bucket: "raw", kmsKeyArn: key }] };
const objects = (...patterns: string[]) => location("raw", { objects: patterns });
const everyBucket =
    "grants access to every bucket, including buckets of other accounts that allow it. Name the buckets instead.";
const sourceArns = Array.from(
    { length: 40 },
    (_, i) => `arn:aws:rds:us-east-1:123456789012:cluster:sales-${i}`,
);

const clusters = [{ clusterIdentifier: "sales" }];
const startsWithSlash = (pattern: string, better: string) =>
    `"${pattern}" starts with a slash, which object keys rarely do. Write "${better}" unless your keys start with a slash.`;

/** Inputs, the path of the one warning of them, and its sentence. */
const table: [Inputs, string, string][] = [
    [location("*"), "importFrom[0].bucket", everyBucket],
    [{ exportTo: [{ bucket: "raw" }, { bucket: "*" }] }, "exportTo[1].bucket", everyBucket],
    [
        location("Old_Bucket"),
        "importFrom[0].bucket",
        '"Old_Bucket" can only be the name of a bucket created in us-east-1 before March 2018.',
    ],
    [
        objects("/incoming/*"),
        "importFrom[0].objects[0]",
        '"/incoming/*" starts with a slash, which object keys rarely do. Write "incoming/*" unless your keys start with a slash.',
    ],
    [
        objects("incoming/"),
        "importFrom[0].objects[0]",
        '"incoming/" matches only the object with this exact key. Write "incoming/*" for the objects in the folder.',
    ],
    [
        objects("a/*", "incoming*"),
        "importFrom[0].objects[1]",
        '"incoming*" matches more than a folder: every key that starts with "incoming". Write "incoming/*" if you mean the folder.',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "Sales" }] },
        "clusters[0].clusterIdentifier",
        '"Sales" has uppercase letters, but Amazon RDS stores cluster identifiers in lowercase, and the AWS provider may not find the cluster. Write "sales".',
    ],
    [
        objects("${*}a*"),
        "importFrom[0].objects[0]",
        '"${*}a*" matches more than a folder: every key that starts with "${*}a". Write "${*}a/*" if you mean the folder.',
    ],
    [
        objects("*.csv"),
        "importFrom[0].objects[0]",
        '"*.csv" matches in every folder, as * also matches slashes. Start the pattern with a folder if you mean one.',
    ],
    ...["5.7.mysql_aurora.2.12.5", "8.0.mysql_aurora.3.04.2"].flatMap((engineVersion) =>
        [encrypted, { importFrom, kmsKeys: [{ keyArn: key }] }].map((access): (typeof table)[number] => [
            { ...access, engineVersion },
            "engineVersion",
            `"${engineVersion}" does not support customer managed KMS keys, which are set. Aurora MySQL 3.05 and later do.`,
        ]),
    ),
    [
        { importFrom, sourceArns },
        "sourceArns",
        "needs a trust policy of 2389 characters, but the default quota of IAM is 2048. Request a quota increase, or use patterns with *.",
    ],
    [objects("/"), "importFrom[0].objects[0]", startsWithSlash("/", "*")],
    [objects("/incoming/"), "importFrom[0].objects[0]", startsWithSlash("/incoming/", "incoming/*")],
    [objects("//a.csv"), "importFrom[0].objects[0]", startsWithSlash("//a.csv", "a.csv")],
    [
        { ...postgresql, importFrom: undefined, exportTo: [{ bucket: "raw", objects: ["exports/"] }] },
        "exportTo[0].objects[0]",
        '"exports/" matches only the object with this exact key. Write "exports/*" for the objects in the folder.',
    ],
    [
        { predefinedPolicy: "AmazonS3ReadOnlyAccess" },
        "predefinedPolicy",
        "grants read access to every bucket, including buckets of other accounts that allow it. Set importFrom instead.",
    ],
    [
        { predefinedPolicy: "AmazonS3FullAccess" },
        "predefinedPolicy",
        "grants all S3 actions on every bucket, including buckets of other accounts that allow it. Aurora needs few of them, and none that deletes buckets or changes their policies. Set importFrom and exportTo instead.",
    ],
    [
        { importFrom, clusters, clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "is not used automatically by the clusters in clusters. Set the dbClusterParameterGroupName of each cluster to the output clusterParameterGroupName, or ask the cluster owner to set it.",
    ],
];

const right: [Inputs][] = [
    [objects("*")],
    [objects("a${*}")],
    [objects("incoming/*", "incoming/2026-*.csv", "2026-??.csv", "a.csv")],
    [location("arn:aws-cn:s3:::raw")],
    [{ importFrom, engineVersion: "8.0.mysql_aurora.3.04.2" }],
    [{ ...encrypted, engineVersion: "8.0.mysql_aurora.3.05.0" }],
    [{ ...encrypted, engineVersion: "8.0.mysql_aurora.3.10.0" }],
    [{ ...encrypted, engineVersion: "8.4.mysql_aurora.8.4.7" }],
    [{ ...encrypted, engine: "aurora-postgresql", engineVersion: "16.4" }],
    [{ importFrom, sourceArns: sourceArns.slice(0, 10) }],
    [{ importFrom, clusters }],
    [{ importFrom, clusterParameterGroup: { family: "aurora-mysql8.0" } }],
    [{ importFrom, existingRoleArn: role }],
];

describe("warnings", () => {
    for (const [given, propertyPath, reason] of table) {
        it(`are given of ${JSON.stringify(given).slice(0, 80)}`, () => {
            assert.deepEqual(findMistakes(given), []);
            assert.deepEqual(warningsOf(given), [{ propertyPath, reason }]);
        });
    }

    for (const [given] of right) {
        it(`are not given of ${JSON.stringify(given).slice(0, 80)}`, () => {
            assert.deepEqual(findMistakes(given), []);
            assert.deepEqual(warningsOf(given), []);
        });
    }

    it("are given of an attachment that others may share", () => {
        const given = { predefinedPolicy: "AmazonS3ReadOnlyAccess", existingRoleArn: role };
        assert.deepEqual(warningsOf(given).at(-1), {
            propertyPath: "predefinedPolicy",
            reason: "shares its attachment with everything else that attaches this policy to the role of existingRoleArn: deleting or renaming this resource detaches it for all. Attach it in one place only, and set the aliases option when you rename this resource.",
        });
    });

    const locations = (count: number) => Array.from({ length: count }, (_, i) => ({ bucket: `raw-${i}` }));

    const counts: [locations: number, reason: string][] = [
        [
            400,
            "needs 13 policies on one role, which may require a quota increase: IAM allows 10 or 20 by default, and 25 at most. Check the quota of the account, or split the access into several AuroraS3Access resources.",
        ],
        [
            900,
            "needs 28 policies on one role, but IAM allows 25 at most. Split the access into several AuroraS3Access resources.",
        ],
    ];
    for (const [count, reason] of counts) {
        it(`are given of ${count} locations, which are in more policies than a role has`, () => {
            assert.deepEqual(warningsOf({ importFrom: locations(count) }), [
                { propertyPath: "importFrom", reason },
            ]);
        });
    }

    it("are not given of two roles that have as many only together", () => {
        const importFrom = locations(250);
        assert.deepEqual(warningsOf({ engine: "aurora-postgresql", importFrom, exportTo: importFrom }), []);
    });
});
