import { matches, shown, type Rule } from "./check";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export const clusterIdentifier: Rule[] = [
    (value) =>
        value.startsWith("arn:") ? `${shown(value)} is an ARN: write the cluster's identifier` : undefined,
    matches(
        /^[A-Za-z](?!.*--)[A-Za-z0-9-]{0,62}(?<!-)$/,
        "a cluster identifier has 1 to 63 letters, digits and single hyphens, starts with a letter and does not end with a hyphen",
    ),
];

export const sourceArn: Rule[] = [
    matches(
        /^arn:aws[a-z-]*:rds:[a-z0-9*?-]*:[0-9*?]*:[!-~]+$/,
        "a source is the ARN of an RDS resource: write one like arn:aws:rds:us-east-1:123456789012:cluster:my-cluster",
    ),
];

/** Part of the names of the associations in the state. */
export const clusterName: Rule[] = [
    matches(/^[A-Za-z0-9_.-]{1,64}$/, "a name has 1 to 64 letters, digits, hyphens, dots and underscores"),
];
