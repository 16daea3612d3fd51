import { importFrom } from "./given";
import type { Mistake } from "./mistake";

const cluster = (region: unknown) => ({ importFrom, clusters: [{ clusterIdentifier: "sales", region }] });
const group = (region: unknown) => ({
    importFrom,
    clusterParameterGroup: { family: "aurora-mysql8.0", region },
});

/** Where a cluster or a parameter group is. */
export const regions: Mistake[] = [
    ...["", "us-east", "US-EAST-1", "us_east_1", "us-east-1 ", "Ohio", "us-west-2-lax-1a", "aws-global"].map(
        (region): Mistake => [
            cluster(region),
            "clusters[0].region",
            `must be a Region, but received "${region}". For example, "us-east-1".`,
        ],
    ),
    [
        cluster("us-east-1a"),
        "clusters[0].region",
        'must be a Region, but received the Availability Zone "us-east-1a". Use "us-east-1".',
    ],
    [
        group("us-gov-west-1b"),
        "clusterParameterGroup.region",
        'must be a Region, but received the Availability Zone "us-gov-west-1b". Use "us-gov-west-1".',
    ],
    [
        group("somewhere"),
        "clusterParameterGroup.region",
        'must be a Region, but received "somewhere". For example, "us-east-1".',
    ],
    [
        {
            importFrom,
            clusters: [
                { clusterIdentifier: "sales", region: "us-west-2" },
                { clusterIdentifier: "Sales", region: "us-west-2", name: "other" },
            ],
        },
        "clusters[1].clusterIdentifier",
        'must be unique in a Region, regardless of case, but received "Sales", the same as clusters[0].clusterIdentifier. Remove one, or set region if they are in different Regions.',
    ],
];
