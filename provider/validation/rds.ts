import { atMost, matches, shown, type Rule } from "./check";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export const clusterIdentifier: Rule[] = [
    (value) =>
        value.startsWith("arn:") ? `${shown(value)} is an ARN: write the cluster's identifier` : undefined,
    (value) =>
        /\.rds\.amazonaws\.com(\.cn)?$/.test(value)
            ? `${shown(value)} is an endpoint: write the cluster's identifier`
            : undefined,
    matches(
        /^[A-Za-z](?!.*--)[A-Za-z0-9-]{0,62}(?<!-)$/,
        "a cluster identifier has 1 to 63 letters, digits and single hyphens, starts with a letter and does not end with a hyphen",
    ),
];

export const sourceArn: Rule[] = [
    matches(
        /^arn:aws[a-z-]*:rds:[a-z0-9*?-]+:[0-9*?]+:(?!.*\$\{)[a-z*?-]+(:[!-~]+)?$/,
        "a source is the ARN of an RDS resource: write one like arn:aws:rds:us-east-1:123456789012:cluster:my-cluster",
    ),
];

/** Part of the names of the associations in the state. */
export const clusterName: Rule[] = [
    matches(/^[A-Za-z0-9_.-]{1,64}$/, "a name has 1 to 64 letters, digits, hyphens, dots and underscores"),
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html */
export const family: Rule[] = [
    matches(/^aurora-mysql\d+\.\d+$/, "a family of Aurora MySQL is needed: write one like aurora-mysql8.0"),
];

export const parameterGroupName: Rule[] = [
    matches(
        /^[a-z](?!.*--)[a-z0-9-]{0,254}(?<!-)$/,
        "the name of a parameter group has 1 to 255 small letters, digits and single hyphens, starts with a letter and does not end with a hyphen",
    ),
];

export const parameterGroupDescription: Rule[] = [atMost(255, "the description of a parameter group")];

/** The component sets these itself, so that another value would take the access away. */
const ours = ["aws_default_s3_role", "aurora_load_from_s3_role", "aurora_select_into_s3_role"];

export const parameterName: Rule[] = [
    matches(/^[a-z][a-z0-9_.-]*$/i, "the name of a parameter has only letters, digits and _.-"),
    (value) =>
        ours.includes(value.toLowerCase())
            ? `${shown(value)} is set by the component itself: leave it out`
            : undefined,
];

export const applyMethod: Rule = (value) =>
    ["immediate", "pending-reboot"].includes(value)
        ? undefined
        : `${shown(value)} is given, but only immediate and pending-reboot are known`;
