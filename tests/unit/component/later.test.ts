import { Key } from "@pulumi/aws/kms/key";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { failure, run } from "./program";

const key = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}234abcd-12ab-34cd-56ef-1234567890ab`;
const [a, b] = [key("1"), key("2")];
const raw = { bucket: "raw" };

/** How a value is given, plainly or as an output. */
type Give = (value: string) => pulumi.Input<string>;
const plainly: Give = (value) => value;
const later: Give = (value) => pulumi.output(value);
const unknown: Give = () => pulumi.output(pulumi.unknown) as unknown as pulumi.Output<string>;

const registered = async (args: (give: Give) => AuroraS3AccessArgs, give: Give) =>
    (await run(() => void new AuroraS3Access("sales", args(give)))).resources.sort((one, other) =>
        one.id < other.id ? -1 : 1,
    );

/** Two keys, of which the second, at least, is known only later. */
const accesses: [what: string, args: (give: Give) => AuroraS3AccessArgs][] = [
    ["two kmsKeys", (give) => ({ kmsKeys: [{ keyArn: give(a) }, { keyArn: give(b) }] })],
    [
        "two kmsKeys of Aurora PostgreSQL",
        (give) => ({
            engine: "aurora-postgresql",
            importFrom: [raw],
            exportTo: [raw],
            kmsKeys: [
                { keyArn: give(a), forExport: true },
                { keyArn: give(b), forExport: true },
            ],
        }),
    ],
    [
        "two kmsKeys of an existing role",
        (give) => ({
            existingRoleArn: give("arn:aws:iam::123456789012:role/aurora"),
            kmsKeys: [{ keyArn: give(a) }, { keyArn: give(b) }],
        }),
    ],
    [
        "a kmsKeyArn after a plain one",
        (give) => ({
            importFrom: [
                { bucket: "raw", kmsKeyArn: a },
                { bucket: "raw2", kmsKeyArn: give(b) },
            ],
        }),
    ],
    [
        "a bucket and its key after those of a plain location",
        (give) => ({
            exportTo: [
                { bucket: "raw", kmsKeyArn: a },
                { bucket: give("raw2"), kmsKeyArn: give(b) },
            ],
        }),
    ],
];

describe("values that are known only later", () => {
    for (const [what, args] of accesses) {
        it(`make what plain ones make as ${what}`, async () => {
            assert.deepEqual(await registered(args, later), await registered(args, plainly));
        });

        it(`are shown by a preview that does not know them as ${what}`, async () => {
            const { resources } = await run(() => void new AuroraS3Access("sales", args(unknown)), {
                preview: true,
            });
            const expected = await registered(args, plainly);
            assert.deepEqual(
                resources.map(({ id }) => id).sort(),
                expected.map(({ id }) => id),
            );
        });
    }
});

describe("errors that only several values together make", () => {
    const one = pulumi.output("aurora");
    const table: [what: string, args: AuroraS3AccessArgs, propertyPath: string, reason: string][] = [
        [
            "one output as the names of two policies",
            { importFrom: [raw], exportTo: [raw], importPolicyName: one, exportPolicyName: one },
            "exportPolicyName",
            'must give policies other names than importPolicyName, regardless of case, but received "aurora".',
        ],
        [
            "an output among sourceArns of another account than a plain sourceAccount",
            {
                importFrom: [raw],
                sourceAccount: "123456789012",
                sourceArns: [pulumi.output("arn:aws:rds:us-east-1:210987654321:cluster:sales")],
            },
            "sourceArns[0]",
            'must be in the account of sourceAccount, "123456789012", but received ' +
                '"arn:aws:rds:us-east-1:210987654321:cluster:sales". Use the ARN of a cluster in this account: Amazon RDS can never assume the role for others.',
        ],
        [
            "an output as the whole list of sourceArns of another account",
            {
                importFrom: [raw],
                sourceAccount: "123456789012",
                sourceArns: pulumi.output(["arn:aws:rds:us-east-1:210987654321:cluster:sales"]),
            },
            "sourceArns[0]",
            'must be in the account of sourceAccount, "123456789012", but received ' +
                '"arn:aws:rds:us-east-1:210987654321:cluster:sales". Use the ARN of a cluster in this account: Amazon RDS can never assume the role for others.',
        ],
        [
            "a family of another version than an output as engineVersion",
            {
                importFrom: [raw],
                engineVersion: pulumi.output("8.0.mysql_aurora.3.10.0"),
                clusterParameterGroup: { family: "aurora-mysql5.7" },
            },
            "clusterParameterGroup.family",
            'must be the family of engineVersion, "aurora-mysql8.0", but received "aurora-mysql5.7". Set it to "aurora-mysql8.0", or remove it.',
        ],
        [
            "outputs of two partitions",
            {
                importFrom: [{ bucket: pulumi.output("arn:aws:s3:::raw") }],
                permissionsBoundary: pulumi.output("arn:aws-cn:iam::aws:policy/PowerUserAccess"),
            },
            "permissionsBoundary",
            "must be in the partition of the AWS provider, aws, but received " +
                '"arn:aws-cn:iam::aws:policy/PowerUserAccess". Use a resource of this partition, or the AWS provider of the other one.',
        ],
        [
            "one output as two clusters",
            {
                importFrom: [raw],
                clusters: [{ clusterIdentifier: one }, { clusterIdentifier: one, name: "second" }],
            },
            "clusters[1].clusterIdentifier",
            'must be unique in a Region, regardless of case, but received "aurora", the same as clusters[0].clusterIdentifier. Remove one, or set region if they are in different Regions.',
        ],
    ];
    for (const [what, args, propertyPath, reason] of table) {
        it(`are rejected before anything is registered: ${what}`, async () => {
            const { error, resources } = await failure(() => new AuroraS3Access("sales", args));
            assert.ok(pulumi.InputPropertiesError.isInstance(error));
            assert.deepEqual([error.errors, resources], [[{ propertyPath, reason }], []]);
        });
    }
});

describe("a resource where its ARN belongs", () => {
    for (const [what, give] of [
        ["plainly", (key: Key) => key],
        ["as an output", (key: Key) => pulumi.output(key)],
    ] as const) {
        it(`is one error where it is given ${what}`, async () => {
            const { error, resources } = await failure(() => {
                const kmsKeyArn = give(new Key("sales")) as never;
                return new AuroraS3Access("sales", { importFrom: [{ bucket: "raw", kmsKeyArn }] });
            });
            assert.ok(pulumi.InputPropertiesError.isInstance(error));
            assert.deepEqual(error.errors, [
                {
                    propertyPath: "importFrom[0].kmsKeyArn",
                    reason: "must be the ARN of a KMS key, but received a Key resource. Use its arn.",
                },
            ]);
            assert.deepEqual(
                resources.filter(({ id }) => id !== "aws:kms/key:Key sales"),
                [],
            );
        });
    }
});
