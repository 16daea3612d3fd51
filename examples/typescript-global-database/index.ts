import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "aurora-s3-access";

const config = new pulumi.Config();
const region = config.require("secondaryRegion");
const family = "aurora-mysql8.0";

// IAM is global, so both clusters have the same role. After a failover, the secondary cluster loads in place of the primary one.
const access = new AuroraS3Access("sales", {
    importFrom: [{ bucket: config.require("bucket"), objects: ["incoming/*"] }],
    clusters: [
        { name: "primary", clusterIdentifier: config.require("primaryCluster") },
        { name: "secondary", clusterIdentifier: config.require("secondaryCluster"), region },
    ],
});

// A parameter group serves one Region, so each cluster needs its own.
const { clusterParameters: parameters } = access;
const primary = new aws.rds.ClusterParameterGroup("primary", { family, parameters });
const secondary = new aws.rds.ClusterParameterGroup("secondary", { family, parameters, region });

export const roleArn = access.roleArn;
// The owner of the global database must set a parameter group for the cluster in each Region...
export const primaryParameterGroup = primary.name;
export const secondaryParameterGroup = secondary.name;
// ...and grant these privileges to the database users who load.
export const databasePrivileges = access.databasePrivileges;
