import * as aws from "@pulumi/aws";
import type { AuroraS3Access } from "../../../provider";

/** What the stacks deploy whose states are kept: as many kinds of children as there are. Leave it as it is. */
export const program = (Component: typeof AuroraS3Access) => () => {
    const raw = new aws.s3.Bucket("raw");
    const key = new aws.kms.Key("reports");
    const cluster = (name: string, engine: string) =>
        new aws.rds.Cluster(name, {
            engine,
            masterUsername: "administrator",
            manageMasterUserPassword: true,
            skipFinalSnapshot: true,
        });
    const sales = new Component("sales", {
        importFrom: [{ bucket: raw.arn, objects: ["incoming/*"] }, { bucket: "partners" }],
        exportTo: [{ bucket: "reports", kmsKeyArn: key.arn }],
        kmsKeys: [{ keyArn: key.arn, forExport: true }],
        clusters: [
            { clusterIdentifier: cluster("eu", "aurora-mysql").clusterIdentifier },
            { clusterIdentifier: cluster("us", "aurora-mysql").clusterIdentifier, name: "us" },
        ],
        clusterParameterGroup: { family: "aurora-mysql8.0" },
        importPolicyName: "AllowAuroraToExampleBucket",
        path: "/aurora/",
        tags: { team: "sales" },
    });
    const orders = new Component("orders", {
        engine: "aurora-postgresql",
        importFrom: [{ bucket: "raw" }],
        exportTo: [{ bucket: "reports" }],
        clusters: [{ clusterIdentifier: cluster("orders", "aurora-postgresql").clusterIdentifier }],
        roleName: "orders",
        kmsKeys: [{ keyArn: key.arn, forExport: true }],
    });
    const all = new Component("all", { predefinedPolicy: "AmazonS3FullAccess", sourceConditions: "None" });
    return {
        salesRole: sales.roleArn,
        parameterGroup: sales.clusterParameterGroupName,
        ordersRoles: orders.roleArns,
        allPolicies: all.policyArns,
    };
};
