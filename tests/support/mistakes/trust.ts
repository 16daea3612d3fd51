import { importFrom, postgresql } from "./given";
import type { Mistake } from "./mistake";

const example = 'for example, "arn:aws:rds:us-east-1:123456789012:cluster:sales"';
const useArn = `Use the ARN of the cluster, ${example}.`;

/** ARNs in sourceArns that no cluster has, with the advice on each. */
const noClusters: [arn: string, advice: string][] = [
    ["arn:aws:rds:us-east-1:123456789012:cluster:${aws:username}", useArn],
    ["arn:aws:rds:us-east-1:123456789012:", useArn],
    ["arn:aws:s3:::raw", useArn],
    ["arn:aws:rds:us-east-1a:123456789012:cluster:sales", `The Region is not valid. ${useArn}`],
    ["arn:aws:rds:us-east-1:12:cluster:sales", "An AWS account ID has 12 digits."],
    ["arn:aws:rds:us-east-1:1234567890123:cluster:sales", "An AWS account ID has 12 digits."],
    ["arn:aws:rds:us-east-1:1234567890*123:cluster:sales", "An AWS account ID has 12 digits."],
    ["arn:aws:rds:us-east-1:12345678?:cluster:sales", "An AWS account ID has 12 digits."],
    [
        "arn:aws:rds:us-east-1:123456789012:cluster",
        `Add the identifier of the cluster, ${example}, or cluster:* for every cluster.`,
    ],
    ["arn:aws:rds:us-east-1:123456789012:cluster:", `The cluster identifier is not valid. ${useArn}`],
    [
        "arn:aws:rds:us-east-1:123456789012:cluster:sales--eu",
        `The cluster identifier is not valid. ${useArn}`,
    ],
    ["arn:aws:rds:us-east-1:123456789012:cluster:sales_*", `The cluster identifier is not valid. ${useArn}`],
    ["arn:aws:rds:us-east-1:123456789012:cluster:sales:*", `The cluster identifier is not valid. ${useArn}`],
    ["arn:aws:rds:us-east-1:123456789012:db:sales", useArn],
    ["arn:aws:rds:us-east-1:123456789012:cluster-pg:sales", useArn],
    ["arn:aws:rds:us-east-1:123456789012:snapshot*", useArn],
    [
        "arn:aws:rds::123456789012:global-cluster:sales",
        `Use the ARNs of the clusters in the global database, ${example}.`,
    ],
    [
        "arn:aws:rds:us-east-1:123456789012:global-cluster:sales",
        `Use the ARNs of the clusters in the global database, ${example}.`,
    ],
    [
        "arn:aws:rds:us-east-1:123456789012:cluster:cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        `Use the cluster identifier in place of the resource ID, ${example}.`,
    ],
];

/** Conditions of the trust policy that can never hold. */
export const trust: Mistake[] = [
    ...noClusters.map(([arn, advice]): Mistake => [
        { importFrom, sourceArns: [arn] },
        "sourceArns[0]",
        `must be the ARN of a DB cluster, but received "${arn}". ${advice}`,
    ]),
    [
        { importFrom, sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:Sales"] },
        "sourceArns[0]",
        'must be lowercase, as Amazon RDS stores cluster identifiers, but received "arn:aws:rds:us-east-1:123456789012:cluster:Sales". Use "arn:aws:rds:us-east-1:123456789012:cluster:sales".',
    ],
    [
        { importFrom, sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:*-EU"] },
        "sourceArns[0]",
        'must be lowercase, as Amazon RDS stores cluster identifiers, but received "arn:aws:rds:us-east-1:123456789012:cluster:*-EU". Use "arn:aws:rds:us-east-1:123456789012:cluster:*-eu".',
    ],
    [
        { ...postgresql, sourceArns: ["arn:aws:rds:us-east-1:123456789012:og:sales"] },
        "sourceArns[0]",
        `must be the ARN of a DB cluster, but received "arn:aws:rds:us-east-1:123456789012:og:sales". ${useArn}`,
    ],
    [
        {
            importFrom,
            sourceArns: Array.from(
                { length: 200 },
                (_, i) => `arn:aws:rds:us-east-1:123456789012:cluster:sales-${i}`,
            ),
        },
        "sourceArns",
        "must fit into a trust policy of 8192 characters, but received 200 ARNs. Use patterns with * that match several clusters.",
    ],
    [
        {
            importFrom,
            clusters: [{ clusterIdentifier: "sales" }],
            sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:orders"],
        },
        "sourceArns",
        'must contain the ARN of clusters[0].clusterIdentifier, "sales". Otherwise, this cluster can never use the role. Add its ARN, or remove sourceArns.',
    ],
    [
        {
            importFrom,
            clusters: [{ clusterIdentifier: "sales", region: "us-west-2" }],
            sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:*"],
        },
        "sourceArns",
        'must contain the ARN of clusters[0].clusterIdentifier, "sales". Otherwise, this cluster can never use the role. Add its ARN, or remove sourceArns.',
    ],
    [
        {
            ...postgresql,
            clusters: [{ clusterIdentifier: "sales" }],
            sourceArns: ["arn:aws:rds:us-east-1:123456789012:db:sales"],
        },
        "sourceArns",
        'must contain the ARN of clusters[0].clusterIdentifier, "sales". Otherwise, this cluster can never use the role. Add its ARN, or remove sourceArns.',
    ],
    [
        {
            importFrom,
            clusters: [{ clusterIdentifier: "Sales" }, { clusterIdentifier: "orders", name: "orders" }],
            sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:s?les"],
        },
        "sourceArns",
        'must contain the ARN of clusters[1].clusterIdentifier, "orders". Otherwise, this cluster can never use the role. Add its ARN, or remove sourceArns.',
    ],
];
