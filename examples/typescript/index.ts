import * as aws from "@pulumi/aws";
import { AuroraS3Access } from "aurora-s3-access";

const engineVersion = "8.0.mysql_aurora.3.10.0";

// The buckets that the cluster reads from and writes to, and the key of the second.
const raw = new aws.s3.Bucket("raw");
const reports = new aws.s3.Bucket("reports");
const key = new aws.kms.Key("reports", { description: "Encrypts the reports", enableKeyRotation: true });
new aws.kms.Alias("reports", { targetKeyId: key.keyId });
new aws.s3.BucketServerSideEncryptionConfiguration("reports", {
    bucket: reports.bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
});

const access = new AuroraS3Access("sales", {
    importFrom: [{ bucket: raw.arn, objects: ["incoming/*"] }],
    exportTo: [{ bucket: reports.arn, kmsKeyArn: key.arn }],
    engineVersion,
    clusterParameterGroup: { family: "aurora-mysql8.0" },
});

// The cluster gets the role, and the parameter group with the parameter through which it finds the role.
const cluster = new aws.rds.Cluster("sales", {
    engine: "aurora-mysql",
    engineVersion,
    dbClusterParameterGroupName: access.clusterParameterGroupName,
    iamRoles: access.roleArns,
    masterUsername: "admin",
    manageMasterUserPassword: true,
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 2 },
    storageEncrypted: true,
    skipFinalSnapshot: true,
});
new aws.rds.ClusterInstance("sales", {
    clusterIdentifier: cluster.id,
    engine: "aurora-mysql",
    engineVersion,
    instanceClass: "db.serverless",
});

export const clusterIdentifier = cluster.clusterIdentifier;
export const clusterParameterGroupName = access.clusterParameterGroupName;
export const importBucket = raw.bucket;
export const exportBucket = reports.bucket;
export const keyArn = key.arn;
export const roleArn = access.roleArn;
export const policyArns = access.policyArns;
export const policyDocuments = access.policyDocuments;
// Grant these privileges to the database users who load and write.
export const databasePrivileges = access.databasePrivileges;
