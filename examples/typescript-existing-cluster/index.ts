import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "aurora-s3-access";

const config = new pulumi.Config();
const clusterIdentifier = config.require("clusterIdentifier");
const cluster = aws.rds.getClusterOutput({ clusterIdentifier });

const access = new AuroraS3Access("sales", {
    importFrom: [{ bucket: config.require("bucket"), objects: ["incoming/*"] }],
    clusters: [{ clusterIdentifier }],
    engineVersion: cluster.engineVersion,
});

export const roleArn = access.roleArn;
export const policyDocuments = access.policyDocuments;
// The cluster owner must set these parameters in this group...
export const clusterParameterGroupName = cluster.dbClusterParameterGroupName;
export const clusterParameters = access.clusterParameters;
// ...and grant these privileges to the database users who load.
export const databasePrivileges = access.databasePrivileges;
