import { importFrom, key, role } from "./given";
import type { Mistake } from "./mistake";

const partitions =
    "Partitions are aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e and aws-iso-f.";
const banana = (arn: string) => arn.replace("arn:aws:", "arn:awsbanana:");
const boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
const cluster = "arn:aws:rds:us-east-1:123456789012:cluster:sales";

/** Each input that takes an ARN, with a right one. */
export const arnPlaces: [path: string, arn: string, inputs: (arn: string) => Record<string, unknown>][] = [
    ["importFrom[0].bucket", "arn:aws:s3:::raw", (bucket) => ({ importFrom: [{ bucket }] })],
    ["exportTo[0].bucket", "arn:aws:s3:::raw", (bucket) => ({ exportTo: [{ bucket }] })],
    ["exportTo[0].kmsKeyArn", key, (kmsKeyArn) => ({ exportTo: [{ bucket: "reports", kmsKeyArn }] })],
    ["kmsKeys[0].keyArn", key, (keyArn) => ({ kmsKeys: [{ keyArn }] })],
    ["existingRoleArn", role, (existingRoleArn) => ({ importFrom, existingRoleArn })],
    ["permissionsBoundary", boundary, (permissionsBoundary) => ({ importFrom, permissionsBoundary })],
    ["sourceArns[0]", cluster, (sourceArn) => ({ importFrom, sourceArns: [sourceArn] })],
];

/** ARNs of partitions that there are not. */
export const partitionMistakes: Mistake[] = [
    ...arnPlaces.map(([path, arn, inputs]): Mistake => [
        inputs(banana(arn)),
        path,
        `must be in an AWS partition, but received "${banana(arn)}". ${partitions}`,
    ]),
    ...arnPlaces
        .filter(([, arn]) => arn.includes(":us-east-1:"))
        .flatMap(([path, arn, inputs]): Mistake[] =>
            ["cn-north-1", "us-gov-west-1", "eusc-de-east-1"].map((region) => {
                const elsewhere = arn.replace("us-east-1", region);
                return [
                    inputs(elsewhere),
                    path,
                    `must have a Region of its own partition, but received "${elsewhere}". Use the ARN that AWS shows for the resource.`,
                ];
            }),
        ),
];
