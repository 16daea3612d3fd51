import * as aws from "@pulumi/aws";
import { AuroraS3Access } from "aurora-s3-access";

const engineVersion = "16.4";

// The buckets that the cluster reads from and writes to, and the key of the second.
const raw = new aws.s3.Bucket("raw");
const reports = new aws.s3.Bucket("reports");
const key = new aws.kms.Key("reports", { description: "Encrypts the reports", enableKeyRotation: true });
new aws.s3.BucketServerSideEncryptionConfiguration("reports", {
    bucket: reports.bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
});

const cluster = new aws.rds.Cluster("sales", {
    engine: "aurora-postgresql",
    engineVersion,
    masterUsername: "postgres",
    manageMasterUserPassword: true,
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 2 },
    storageEncrypted: true,
    skipFinalSnapshot: true,
});
new aws.rds.ClusterInstance("sales", {
    clusterIdentifier: cluster.id,
    engine: "aurora-postgresql",
    engineVersion,
    instanceClass: "db.serverless",
});

// The cluster gets a role for each direction, for its features s3Import and s3Export. It needs no parameters. In the
// database, CREATE EXTENSION aws_s3 CASCADE creates the functions that import and export.
const access = new AuroraS3Access("sales", {
    engine: "aurora-postgresql",
    importFrom: [{ bucket: raw.arn, objects: ["incoming/*"] }],
    exportTo: [{ bucket: reports.arn, kmsKeyArn: key.arn }],
    clusters: [{ clusterIdentifier: cluster.clusterIdentifier }],
    engineVersion,
});

export const clusterIdentifier = cluster.clusterIdentifier;
export const importBucket = raw.bucket;
export const exportBucket = reports.bucket;
export const keyArn = key.arn;
export const importRoleArn = access.importRoleArn;
export const exportRoleArn = access.exportRoleArn;
export const policyDocuments = access.policyDocuments;
