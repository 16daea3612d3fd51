import * as aws from "@pulumi/aws";
import { AuroraS3Access } from "aurora-s3-access";

const key = new aws.kms.Key("reports", { enableKeyRotation: true });
const reports = new aws.s3.Bucket("reports");
new aws.s3.BucketServerSideEncryptionConfiguration("reports", {
    bucket: reports.bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
});

const access = new AuroraS3Access("sales", {
    exportTo: [{ bucket: reports.arn, kmsKeyArn: key.arn }],
    clusterParameterGroup: { family: "aurora-mysql8.0" },
});

new aws.rds.Cluster("sales", {
    engine: "aurora-mysql",
    engineVersion: "8.0.mysql_aurora.3.10.0",
    iamRoles: access.roleArns,
    dbClusterParameterGroupName: access.clusterParameterGroupName,
    masterUsername: "admin",
    manageMasterUserPassword: true,
    storageEncrypted: true,
    finalSnapshotIdentifier: "sales-final",
});

// Grant these privileges to the database users who write reports.
export const databasePrivileges = access.databasePrivileges;
