import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "aurora-s3-access";

const config = new pulumi.Config();

// Resources created with this provider belong to the other account.
const owner = new aws.Provider("owner", {
    region: aws.config.region,
    assumeRoles: [{ roleArn: config.require("ownerRoleArn") }],
});
const inOwnersAccount = { provider: owner };
const bucket = new aws.s3.Bucket("orders", {}, inOwnersAccount);
const key = new aws.kms.Key(
    "orders",
    { description: "Encrypts the orders", enableKeyRotation: true },
    inOwnersAccount,
);
new aws.s3.BucketServerSideEncryptionConfiguration(
    "orders",
    {
        bucket: bucket.bucket,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
    },
    inOwnersAccount,
);

const access = new AuroraS3Access("sales", {
    importFrom: [{ bucket: bucket.arn, objects: ["incoming/*"], kmsKeyArn: key.arn }],
    clusters: [{ clusterIdentifier: config.require("clusterIdentifier") }],
});

// The bucket owner must also allow the access. With several buckets, each statement has the ARN of its bucket.
new aws.s3.BucketPolicy(
    "orders",
    {
        bucket: bucket.bucket,
        policy: access.bucketPolicyStatements.apply((statements) => policyOf(statements)),
    },
    inOwnersAccount,
);

// Only the key policy gives access to the key. Without this statement, which allows access through IAM policies in the
// owner's account, that account would be locked out. A bucket policy needs no such statement.
const leaveToOwner = aws.getCallerIdentityOutput({}, inOwnersAccount).accountId.apply((account) => ({
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
}));
// Don't set `policy` of the key itself: the component needs the key, and this policy needs the component.
new aws.kms.KeyPolicy(
    "orders",
    {
        keyId: key.keyId,
        policy: pulumi
            .all([access.keyPolicyStatements, leaveToOwner])
            .apply(([statements, ofOwner]) => policyOf(statements, ofOwner)),
    },
    inOwnersAccount,
);

function policyOf(statements: { statement: string }[], ...more: object[]): string {
    const added = statements.map(({ statement }) => JSON.parse(statement) as object);
    return JSON.stringify({ Version: "2012-10-17", Statement: [...more, ...added] });
}

export const bucketName = bucket.bucket;
export const keyArn = key.arn;
export const roleArn = access.roleArn;
export const policyDocuments = access.policyDocuments;
export const clusterParameters = access.clusterParameters;
export const databasePrivileges = access.databasePrivileges;
