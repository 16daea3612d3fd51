import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { importFrom } from "../../support/mistakes/given";
import { arnPlaces } from "../../support/mistakes/partitions";
import { failure, run, type Settings } from "./program";

type Inputs = Record<string, unknown>;

const own = "123456789012";
const other = "999999999999";
const never = "Use the ARN of a cluster in this account: Amazon RDS can never assume the role for others.";
const role = (account: string) => `arn:aws:iam::${account}:role/aurora`;
const policy = (account: string) => `arn:aws:iam::${account}:policy/boundary`;
const cluster = (account: string) => `arn:aws:rds:us-east-1:${account}:cluster:sales`;
const inPartition = (arn: string, partition: string, region: string) =>
    arn.replace("arn:aws:", `arn:${partition}:`).replace("us-east-1", region);

const rejectedFor = async (inputs: Inputs, settings?: Settings) => {
    const { error, resources } = await failure(() => new AuroraS3Access("sales", inputs), settings);
    assert.ok(pulumi.InputPropertiesError.isInstance(error), String(error));
    return { errors: error.errors, resources };
};

/** Claims it of the value as it is and as an output, in updates and previews. */
function claimRejected(
    claim: string,
    inputs: Inputs,
    path: string,
    reason: string,
    settings?: Settings,
): void {
    const late = Object.fromEntries(
        Object.entries(inputs).map(([input, value]) => [
            input,
            typeof value === "string" ? pulumi.output(value) : value,
        ]),
    );
    for (const [how, given, preview] of [
        ["", inputs, false],
        [" as an output", late, false],
        [" in a preview", inputs, true],
    ] as const) {
        it(`${claim}${how}`, async () => {
            assert.deepEqual(await rejectedFor(given, { ...settings, preview }), {
                errors: [{ propertyPath: path, reason }],
                resources: [],
            });
        });
    }
}

describe("things of another account than the provider's", () => {
    claimRejected(
        "cannot be the existing role, whose namesake in the own account would get the policies",
        { importFrom, existingRoleArn: role(other) },
        "existingRoleArn",
        `must be a role in the account of the AWS provider, ${own}, but received "${role(other)}". Use a role of this account, or the AWS provider of the other account.`,
    );
    claimRejected(
        "cannot be the permissions boundary",
        { importFrom, permissionsBoundary: policy(other) },
        "permissionsBoundary",
        `must be an AWS managed policy or a policy in the account of the AWS provider, ${own}, but received "${policy(other)}". Use a policy of this account.`,
    );
    claimRejected(
        "cannot be the source account",
        { importFrom, sourceAccount: other },
        "sourceAccount",
        `must be the account of the AWS provider, ${own}, but received "${other}". Amazon RDS can use a role only for clusters in the account of the role. Remove sourceAccount.`,
    );
    claimRejected(
        "cannot be the source account and that of the clusters, which is one error",
        { importFrom, sourceAccount: other, sourceArns: [cluster(other)] },
        "sourceAccount",
        `must be the account of the AWS provider, ${own}, but received "${other}". Amazon RDS can use a role only for clusters in the account of the role. Remove sourceAccount.`,
    );
    claimRejected(
        "cannot be the clusters of the trust policy",
        { importFrom, sourceArns: [cluster(other)] },
        "sourceArns[0]",
        `must be in the account of the AWS provider, ${own}, but received "${cluster(other)}". ${never}`,
    );
    claimRejected(
        "cannot be meant by a pattern",
        { importFrom, sourceArns: [cluster("9*")] },
        "sourceArns[0]",
        `must be in the account of the AWS provider, ${own}, but received "${cluster("9*")}". ${never}`,
    );

    const right: Record<string, Inputs> = {
        "the buckets and keys": {
            importFrom: [
                { bucket: "arn:aws:s3:::raw", kmsKeyArn: `arn:aws:kms:us-east-1:${other}:key/1234abcd` },
            ],
            kmsKeys: [{ keyArn: `arn:aws:kms:us-east-1:${other}:key/1234abcd` }],
        },
        "nothing, with a role, a boundary and clusters of the own one": {
            importFrom,
            permissionsBoundary: policy(own),
            sourceAccount: own,
            sourceArns: [
                cluster(own),
                cluster("12345678901?"),
                cluster("*"),
                inPartition(cluster(own), "*", "*"),
            ],
        },
        "an AWS managed policy as the boundary": { importFrom, permissionsBoundary: policy("aws") },
        "nothing, with an existing role of the own one": { importFrom, existingRoleArn: role(own) },
    };
    for (const [what, inputs] of Object.entries(right)) {
        it(`can be ${what}`, async () => {
            const { resources } = await run(
                () => void new AuroraS3Access("sales", inputs as AuroraS3AccessArgs),
            );
            assert.ok(resources.length > 1);
        });
    }
});

describe("ARNs and Regions of another partition than the provider's", () => {
    for (const [path, arn, inputs] of arnPlaces) {
        claimRejected(
            `are rejected as ${path}`,
            inputs(arn),
            path,
            `must be in the partition of the AWS provider, aws-us-gov, but received "${arn}". Use a resource of this partition, or the AWS provider of the other one.`,
            { partition: "aws-us-gov" },
        );
    }

    claimRejected(
        "have no Region of clusters",
        { importFrom, clusters: [{ clusterIdentifier: "sales", region: "cn-north-1" }] },
        "clusters[0].region",
        'must be a Region in the partition of the AWS provider, aws, but received "cn-north-1". Use the AWS provider of the other partition.',
    );
    claimRejected(
        "have no Region of a parameter group",
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", region: "us-east-1" } },
        "clusterParameterGroup.region",
        'must be a Region in the partition of the AWS provider, aws-us-gov, but received "us-east-1". Use the AWS provider of the other partition.',
        { partition: "aws-us-gov" },
    );

    it("are the ones to blame, and not those that follow", async () => {
        const gov = inPartition("arn:aws:s3:::raw", "aws-us-gov", "us-gov-west-1");
        const { errors } = await rejectedFor(
            { importFrom: [{ bucket: "arn:aws:s3:::raw" }, { bucket: gov }], exportTo: [{ bucket: gov }] },
            { partition: "aws-us-gov" },
        );
        assert.deepEqual(
            errors.map(({ propertyPath }) => propertyPath),
            ["importFrom[0].bucket"],
        );
    });

    for (const [path, arn, inputs] of arnPlaces.slice(2)) {
        it(`are rejected as ${path} beside a bucket, where the provider is not known`, () => {
            const china = inPartition(arn, "aws-cn", "cn-north-1");
            assert.deepEqual(
                findMistakes({ ...inputs(china), importFrom: [{ bucket: "arn:aws:s3:::raw" }] }),
                [
                    {
                        propertyPath: path,
                        reason: `must be in the same partition as importFrom[0].bucket, aws, but received "${china}". All ARNs must be in the partition of the AWS provider.`,
                    },
                ],
            );
        });
    }
});

describe("a provider that is not configured yet", () => {
    it("has no account to hold anything against in a preview", async () => {
        const inputs = { importFrom, sourceArns: [cluster(other)] };
        const { resources } = await run(() => void new AuroraS3Access("sales", inputs), {
            preview: true,
            mocks: { call: () => ({}) },
        });
        assert.ok(resources.length > 1);
    });
});
