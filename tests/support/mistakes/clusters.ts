import { importFrom, key, postgresql, role } from "./given";
import type { Mistake } from "./mistake";

const identifierRule = "must be a cluster identifier, but received";
const identifiers =
    "Identifiers have 1 to 63 letters, digits and single hyphens, start with a letter and do not end with a hyphen.";
const mysqlExample = 'for example, "8.0.mysql_aurora.3.10.0".';

/** Clusters and their engines. */
export const clusters: Mistake[] = [
    [
        { importFrom, clusters: [{ clusterIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:sales" }] },
        "clusters[0].clusterIdentifier",
        `${identifierRule} the ARN "arn:aws:rds:us-east-1:123456789012:cluster:sales". Use "sales".`,
    ],
    ...[
        "sales.cluster-abc.us-east-1.rds.amazonaws.com",
        "sales.cluster-ro-abc.us-east-1.rds.amazonaws.com:3306",
        "SALES.cluster-abc.us-east-1.RDS.amazonaws.com",
        "sales.cluster-abc.rds.cn-north-1.amazonaws.com.cn",
        "sales.cluster-abc.us-gov-west-1.rds.amazonaws.com",
        "sales.cluster-abc.eusc-de-east-1.rds.amazonaws.eu",
        "sales.cluster-abc.us-iso-east-1.rds.c2s.ic.gov",
        "sales.cluster-abc.us-isob-east-1.rds.sc2s.sgov.gov",
        "sales.cluster-abc.eu-isoe-west-1.rds.cloud.adc-e.uk",
        "sales.cluster-abc.us-isof-south-1.rds.csp.hci.ic.gov",
        "sales.global-abc.global.rds.amazonaws.com",
        "jdbc:mysql://sales.cluster-abc.us-east-1.rds.amazonaws.com:3306/sales",
    ].map((endpoint): Mistake => [
        { importFrom, clusters: [{ clusterIdentifier: endpoint }] },
        "clusters[0].clusterIdentifier",
        `${identifierRule} the endpoint "${endpoint}". Use the cluster identifier, the part of the cluster endpoint before the first dot.`,
    ]),
    ...["1sales", "sales-", "sales--eu", "sales_eu", "", "a".repeat(64)].map((id): Mistake => [
        { importFrom, clusters: [{ clusterIdentifier: id }] },
        "clusters[0].clusterIdentifier",
        `${identifierRule} "${id}". ${identifiers}`,
    ]),
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us" }] },
        "clusters[1].name",
        "must be set, because clusters[0] has no name either. Give every cluster but one a name: names distinguish the associations.",
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
        'must be unique, but received "a", the same as clusters[0].name. Give each cluster its own name.',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "eu", name: "a" }] },
        "clusters[1].clusterIdentifier",
        'must be unique in a Region, regardless of case, but received "eu", the same as clusters[0].clusterIdentifier. Remove one, or set region if they are in different Regions.',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "eu" }] },
        "clusters[1].clusterIdentifier",
        'must be unique in a Region, regardless of case, but received "eu", the same as clusters[0].clusterIdentifier. Remove one, or set region if they are in different Regions.',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "arn:aws:rds:us-east-1:123456789012:db:sales" }] },
        "clusters[0].clusterIdentifier",
        `${identifierRule} the ARN "arn:aws:rds:us-east-1:123456789012:db:sales". Use the identifier of a DB cluster.`,
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu", name: "a b" }] },
        "clusters[0].name",
        'must be 1 to 64 letters, digits, hyphens, dots or underscores, but received "a b".',
    ],
    [
        { importFrom, engineVersion: "16.4" },
        "engineVersion",
        `must be an Aurora MySQL engine version, but received the Aurora PostgreSQL version "16.4". Set engine to "aurora-postgresql", or use an Aurora MySQL version, ${mysqlExample}`,
    ],
    [
        { importFrom, engineVersion: "9.6.22" },
        "engineVersion",
        `must be an Aurora MySQL engine version, but received the Aurora PostgreSQL version "9.6.22". Use an Aurora MySQL version, ${mysqlExample}`,
    ],
    [
        { importFrom, engine: "mysql" },
        "engine",
        'must be "aurora-mysql" or "aurora-postgresql", but received "mysql". Did you mean "aurora-mysql"?',
    ],
    [
        { ...postgresql, engineVersion: "8.0.mysql_aurora.3.10.0" },
        "engineVersion",
        'must be an Aurora PostgreSQL engine version, but received the Aurora MySQL version "8.0.mysql_aurora.3.10.0". Set engine to "aurora-mysql", or use an Aurora PostgreSQL version, for example, "16.4".',
    ],
    [
        { ...postgresql, engineVersion: "9.6.22" },
        "engineVersion",
        'must be Aurora PostgreSQL 10.7 or later, but received "9.6.22". Earlier versions cannot import from S3. Use a later one, for example, "16.4".',
    ],
    [
        { ...postgresql, engineVersion: "newest" },
        "engineVersion",
        'must be an Aurora PostgreSQL engine version, but received "newest". Use the engine version, for example, "16.4".',
    ],
    [
        { ...postgresql, roleName: "a".repeat(58) },
        "roleName",
        'must be a role name of 1 to 57 characters, because the component appends "-import" to it, but received 58 characters.',
    ],
    [
        { ...postgresql, clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "cannot be set for Aurora PostgreSQL, which needs no parameters.",
    ],
    [
        { engine: "aurora-postgresql", kmsKeys: [{ keyArn: key }] },
        "kmsKeys",
        "cannot be set alone for Aurora PostgreSQL, which has a role for each direction. Set importFrom, exportTo or predefinedPolicy too.",
    ],
    [
        { ...postgresql, kmsKeys: [{ keyArn: key, forExport: true }] },
        "kmsKeys[0].forExport",
        "cannot be true, because nothing is exported. Remove it, or set exportTo.",
    ],
    [
        { engine: "aurora-postgresql", exportTo: importFrom, kmsKeys: [{ keyArn: key }] },
        "kmsKeys[0].forExport",
        "must be true, because nothing is imported. Set it to true, or set importFrom.",
    ],
    [
        { ...postgresql, exportTo: importFrom, existingRoleArn: role },
        "existingRoleArn",
        "cannot be set for both directions of Aurora PostgreSQL, which needs a role for each. Create two AuroraS3Access resources, one for each direction.",
    ],
    [
        { engine: "aurora-postgresql", predefinedPolicy: "AmazonS3FullAccess", existingRoleArn: role },
        "existingRoleArn",
        "cannot be set for both directions of Aurora PostgreSQL, which needs a role for each. Remove existingRoleArn, or set importFrom or exportTo instead of predefinedPolicy.",
    ],
];
