import { group, importFrom, key, postgresql, role } from "./given";
import type { Mistake } from "./mistake";

const many = Array.from({ length: 60 }, () => ({ bucket: "raw" }));

/** Inputs that are missing, unknown, or do not go together. */
export const together: Mistake[] = [
    [{}, "importFrom", "must be set unless exportTo, predefinedPolicy or kmsKeys is set."],
    [
        { clusters: [{ clusterIdentifier: "sales" }] },
        "importFrom",
        "must be set unless exportTo, predefinedPolicy or kmsKeys is set.",
    ],
    [
        { importFrom, predefinedPolicy: "AmazonS3FullAccess" },
        "predefinedPolicy",
        "cannot be set together with importFrom.",
    ],
    [
        { exportTo: importFrom, predefinedPolicy: "AmazonS3ReadOnlyAccess" },
        "predefinedPolicy",
        "cannot be set together with exportTo.",
    ],
    [
        { importFrom, sourceConditions: "None", sourceAccount: "123456789012" },
        "sourceConditions",
        'cannot be "None" together with sourceAccount. Remove sourceConditions, or sourceAccount.',
    ],
    [
        {
            importFrom,
            sourceConditions: "None",
            clusters: [{ clusterIdentifier: "sales" }],
            sourceArns: ["arn:aws:rds:*:123456789012:cluster:orders"],
        },
        "sourceConditions",
        'cannot be "None" together with sourceArns. Remove sourceConditions, or sourceArns.',
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
        `requires ${without as string}.`,
    ]),
    [{ importFrom, importform: [] }, "importform", "unknown property. Did you mean importFrom?"],

    [
        { importFrom, exportTo: importFrom, importPolicyName: "Aurora", exportPolicyName: "aurora" },
        "exportPolicyName",
        'must give policies other names than importPolicyName, regardless of case, but received "aurora".',
    ],
    [
        { importFrom: many, exportTo: importFrom, importPolicyName: "Aurora", exportPolicyName: "aurora-2" },
        "exportPolicyName",
        'must give policies other names than importPolicyName, regardless of case, but received "aurora-2". Both give a policy the name "aurora-2", including what the component appends.',
    ],
    [
        {
            ...postgresql,
            kmsKeys: [{ keyArn: key }],
            importPolicyName: "aurora-import",
            kmsPolicyName: "aurora",
        },
        "kmsPolicyName",
        'must give policies other names than importPolicyName, regardless of case, but received "aurora". Both give a policy the name "aurora-import", including what the component appends.',
    ],
    [
        { importFrom: many, importPolicyName: "a".repeat(128) },
        "importPolicyName",
        'must be a policy name of 1 to 126 characters, because the component appends "-2" to it, but received 128 characters.',
    ],
    [
        { ...postgresql, kmsKeys: [{ keyArn: key }], kmsPolicyName: "a".repeat(122) },
        "kmsPolicyName",
        'must be a policy name of 1 to 121 characters, because the component appends "-import" to it, but received 122 characters.',
    ],
    [
        {
            importFrom,
            engineVersion: "5.7.mysql_aurora.2.12.5",
            clusterParameterGroup: { family: "aurora-mysql8.0" },
        },
        "clusterParameterGroup.family",
        'must be the family of engineVersion, "aurora-mysql5.7", but received "aurora-mysql8.0". Set it to "aurora-mysql5.7", or remove it.',
    ],
    [
        group({ name: "time_zone", value: "UTC" }, { name: "TIME_ZONE", value: "CET" }),
        "clusterParameterGroup.parameters[1].name",
        'must be unique, regardless of case, but received "TIME_ZONE", the same as clusterParameterGroup.parameters[0].name. Remove one.',
    ],
    [
        group({ name: "AWS_default_s3_role", value: role }),
        "clusterParameterGroup.parameters[0].name",
        'cannot be a parameter that the component sets, but received "AWS_default_s3_role". Remove it.',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "Sales" }, { clusterIdentifier: "sales", name: "b" }] },
        "clusters[1].clusterIdentifier",
        'must be unique in a Region, regardless of case, but received "sales", the same as clusters[0].clusterIdentifier. Remove one, or set region if they are in different Regions.',
    ],
    [
        { kmsKeys: [{ keyArn: key }], clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "requires importFrom, exportTo or predefinedPolicy, because kmsKeys alone need no parameters.",
    ],
    ...Object.entries({ path: "/aurora/", tags: { team: "sales" } }).map(([input, value]): Mistake => [
        { predefinedPolicy: "AmazonS3FullAccess", existingRoleArn: role, [input]: value },
        input,
        "cannot be set, because neither a role nor a policy is created.",
    ]),
    [
        {
            importFrom,
            existingRoleArn:
                "arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS",
        },
        "existingRoleArn",
        'must be the ARN of a role, but received the service-linked role "arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS". Only AWS can attach policies to this role. Use another role.',
    ],
    [
        { importFrom, engine: "toString" },
        "engine",
        'must be "aurora-mysql" or "aurora-postgresql", but received "toString".',
    ],
];
