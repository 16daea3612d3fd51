import { importFrom, key, postgresql, role } from "./given";
import type { Mistake } from "./mistake";

const identifiers =
    "a cluster identifier has 1 to 63 letters, digits and single hyphens, starts with a letter and does not end with a hyphen";

/** Clusters and their engines. */
export const clusters: Mistake[] = [
    [
        { importFrom, clusters: [{ clusterIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:sales" }] },
        "clusters[0].clusterIdentifier",
        `"arn:aws:rds:us-east-1:123456789012:cluster:sales" is an ARN: write the cluster's identifier`,
    ],
    [
        {
            importFrom,
            clusters: [{ clusterIdentifier: "sales.cluster-abc.us-east-1.rds.amazonaws.com" }],
        },
        "clusters[0].clusterIdentifier",
        `"sales.cluster-abc.us-east-1.rds.amazonaws.com" is an endpoint: write the cluster's identifier`,
    ],
    ...["1sales", "sales-", "sales--eu", "sales_eu", "", "a".repeat(64)].map((id): Mistake => [
        { importFrom, clusters: [{ clusterIdentifier: id }] },
        "clusters[0].clusterIdentifier",
        `"${id}" is given, but ${identifiers}`,
    ]),
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us" }] },
        "clusters[1].name",
        "is missing, as it is in clusters[0]: one cluster at most goes without a name, which tells them apart",
    ],
    [
        {
            importFrom,
            clusters: [
                { clusterIdentifier: "eu", name: "a" },
                { clusterIdentifier: "us", name: "a" },
            ],
        },
        "clusters[1].name",
        '"a" is the name of clusters[0] too: give each cluster a name of its own',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "eu", name: "a" }] },
        "clusters[1].clusterIdentifier",
        '"eu" is the cluster of clusters[0] too, but a cluster has a role once: leave one out',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu", name: "a b" }] },
        "clusters[0].name",
        '"a b" is given, but a name has 1 to 64 letters, digits, hyphens, dots and underscores',
    ],
    [
        { importFrom, sourceArns: ["arn:aws:s3:::raw"] },
        "sourceArns[0]",
        '"arn:aws:s3:::raw" is given, but a source is the ARN of an RDS resource: write one like arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
    ],
    [
        { importFrom, engineVersion: "16.4" },
        "engineVersion",
        '"16.4" is an engine version of Aurora PostgreSQL, but the engine is aurora-mysql; write one like 8.0.mysql_aurora.3.10.0 or 5.7.mysql_aurora.2.12.5',
    ],

    [
        { importFrom, engine: "mysql" },
        "engine",
        '"mysql" is given, but only aurora-mysql and aurora-postgresql are known',
    ],
    [
        { ...postgresql, engineVersion: "8.0.mysql_aurora.3.10.0" },
        "engineVersion",
        '"8.0.mysql_aurora.3.10.0" is an engine version of Aurora MySQL, but the engine is aurora-postgresql; write one like 16.4',
    ],
    [
        { ...postgresql, engineVersion: "9.6.22" },
        "engineVersion",
        '"9.6.22" is older than Aurora PostgreSQL 10, the first that can reach S3; write one like 16.4',
    ],
    [
        { ...postgresql, engineVersion: "newest" },
        "engineVersion",
        '"newest" is not an engine version of Aurora PostgreSQL; write one like 16.4',
    ],
    [
        { ...postgresql, roleName: "a".repeat(58) },
        "roleName",
        "58 characters are given, but the name of a role, which -import follows, has 1 to 57",
    ],
    [
        { ...postgresql, clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "is given, but aurora-postgresql finds its roles without parameters: leave it out",
    ],
    [
        { engine: "aurora-postgresql", kmsKeys: [{ keyArn: key }] },
        "kmsKeys",
        "is given alone, but aurora-postgresql has a role for each direction: give importFrom, exportTo or predefinedPolicy too",
    ],
    [
        { ...postgresql, kmsKeys: [{ keyArn: key, forExport: true }] },
        "kmsKeys[0].forExport",
        "is true, but nothing is exported: leave it out, or give exportTo",
    ],
    [
        { engine: "aurora-postgresql", exportTo: importFrom, kmsKeys: [{ keyArn: key }] },
        "kmsKeys[0].forExport",
        "is not true, but nothing is imported: write true, or give importFrom",
    ],
    [
        { ...postgresql, exportTo: importFrom, existingRoleArn: role },
        "existingRoleArn",
        "is given for both directions, but aurora-postgresql needs a role for each: write two AuroraS3Access, one for each direction",
    ],
];
