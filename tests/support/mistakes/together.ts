import { group, importFrom, key, postgresql, role } from "./given";
import type { Mistake } from "./mistake";

const many = Array.from({ length: 60 }, () => ({ bucket: "raw" }));

/** Inputs that are missing, unknown, or do not go together. */
export const together: Mistake[] = [
    [{}, "importFrom", "no access is asked for: give importFrom, exportTo, predefinedPolicy or kmsKeys"],
    [
        { clusters: [{ clusterIdentifier: "sales" }] },
        "importFrom",
        "no access is asked for: give importFrom, exportTo, predefinedPolicy or kmsKeys",
    ],
    [
        { importFrom, predefinedPolicy: "AmazonS3FullAccess" },
        "predefinedPolicy",
        "is given beside importFrom: leave one of them out",
    ],
    [
        { exportTo: importFrom, predefinedPolicy: "AmazonS3ReadOnlyAccess" },
        "predefinedPolicy",
        "is given beside exportTo: leave one of them out",
    ],
    [
        { importFrom, unconditionalTrust: true, sourceAccount: "123456789012" },
        "unconditionalTrust",
        "is given beside sourceAccount: leave one of them out",
    ],
    [
        { importFrom, unconditionalTrust: true, sourceArns: ["arn:aws:rds:*:123456789012:cluster:*"] },
        "unconditionalTrust",
        "is given beside sourceArns: leave one of them out",
    ],
    ...[
        ["importPolicyName", "importFrom", { exportTo: importFrom }],
        ["importPolicyDescription", "importFrom", { exportTo: importFrom }],
        ["exportPolicyName", "exportTo", { importFrom }],
        ["exportPolicyDescription", "exportTo", { importFrom }],
        ["kmsPolicyName", "kmsKeys", { importFrom }],
        ["kmsPolicyDescription", "kmsKeys", { importFrom }],
    ].map(([input, without, others]): Mistake => [
        { [input as string]: "x", ...(others as object) },
        input as string,
        `is given, but there is no such policy without ${without as string}: leave it out`,
    ]),
    [
        { importFrom, importform: [] },
        "importform",
        "is unknown; there are importFrom, exportTo, predefinedPolicy, kmsKeys, clusters, engine, " +
            "engineVersion, clusterParameterGroup, existingRoleArn, " +
            "importPolicyName, importPolicyDescription, exportPolicyName, exportPolicyDescription, kmsPolicyName, " +
            "kmsPolicyDescription, roleName, roleDescription, path, permissionsBoundary, tags, sourceAccount, " +
            "sourceArns, unconditionalTrust",
    ],

    [
        { importFrom, exportTo: importFrom, importPolicyName: "Aurora", exportPolicyName: "aurora" },
        "exportPolicyName",
        '"aurora" is importPolicyName too: give each policy a name of its own',
    ],
    [
        { importFrom: many, importPolicyName: "a".repeat(128) },
        "importPolicyName",
        "128 characters are given, but the name of a policy, which -2 follows, has 1 to 126",
    ],
    [
        { ...postgresql, kmsKeys: [{ keyArn: key }], kmsPolicyName: "a".repeat(122) },
        "kmsPolicyName",
        "122 characters are given, but the name of a policy, which -import follows, has 1 to 121",
    ],
    [
        {
            importFrom,
            engineVersion: "5.7.mysql_aurora.2.12.5",
            clusterParameterGroup: { family: "aurora-mysql8.0" },
        },
        "clusterParameterGroup.family",
        '"aurora-mysql8.0" is given, but the engine version "5.7.mysql_aurora.2.12.5" is of the family "aurora-mysql5.7": write that, or leave it out',
    ],
    [
        {
            importFrom,
            sourceAccount: "210987654321",
            sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
        },
        "sourceArns[0]",
        '"arn:aws:rds:us-east-1:123456789012:cluster:sales" is not of the account "210987654321" in sourceAccount, so that RDS could never assume the role: give one account',
    ],
    [
        { importFrom, sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:${aws:username}"] },
        "sourceArns[0]",
        '"arn:aws:rds:us-east-1:123456789012:cluster:${aws:username}" is given, but a source is the ARN of an RDS resource: write one like arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
    ],
    [
        {
            importFrom: [{ bucket: "arn:aws:s3:::raw" }],
            permissionsBoundary: "arn:aws-cn:iam::aws:policy/PowerUserAccess",
        },
        "permissionsBoundary",
        '"arn:aws-cn:iam::aws:policy/PowerUserAccess" is in the partition aws-cn, but importFrom[0].bucket is in aws: a role reaches one partition only',
    ],
    [
        group({ name: "time_zone", value: "UTC" }, { name: "TIME_ZONE", value: "CET" }),
        "clusterParameterGroup.parameters[1].name",
        '"TIME_ZONE" is the name of clusterParameterGroup.parameters[0] too: leave one out',
    ],
    [
        group({ name: "AWS_default_s3_role", value: role }),
        "clusterParameterGroup.parameters[0].name",
        '"AWS_default_s3_role" is set by the component itself: leave it out',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "Sales" }, { clusterIdentifier: "sales", name: "b" }] },
        "clusters[1].clusterIdentifier",
        '"sales" is the cluster of clusters[0] too, but a cluster has a role once: leave one out',
    ],
    [
        { kmsKeys: [{ keyArn: key }], clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "is given with kmsKeys alone, which need no parameters: leave it out, or give importFrom, exportTo or predefinedPolicy",
    ],
    ...Object.entries({ path: "/aurora/", tags: { team: "sales" } }).map(([input, value]): Mistake => [
        { predefinedPolicy: "AmazonS3FullAccess", existingRoleArn: role, [input]: value },
        input,
        "is given, but neither a role nor a policy is made: leave it out",
    ]),
    [
        {
            importFrom,
            existingRoleArn:
                "arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS",
        },
        "existingRoleArn",
        '"arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS" is given, but the ARN of a role is needed, and not of a service-linked one: write one like arn:aws:iam::123456789012:role/aurora',
    ],
    [
        { importFrom, engine: "toString" },
        "engine",
        '"toString" is given, but only aurora-mysql and aurora-postgresql are known',
    ],
];
