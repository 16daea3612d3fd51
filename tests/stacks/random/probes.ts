import { kmsActions, s3Actions } from "../../support/aws-actions";
import type { Configuration } from "../../support/inputs/configurations";
import { keysNear } from "./objectKeys";

/** What is tried on a resource. */
export interface Probe {
    resource: string;
    actions: readonly string[];
}

const foreign = [
    "iam:PassRole",
    "iam:CreateUser",
    "sts:AssumeRole",
    "rds:ModifyDBCluster",
    "s3-object-lambda:GetObject",
];
const actionsOn = {
    bucket: [...s3Actions.bucket, ...foreign],
    object: [...s3Actions.object, ...foreign],
    key: [...kmsActions.key, ...foreign],
    nothing: [...s3Actions.other, ...kmsActions.other, ...foreign],
};

interface Location {
    bucket: string;
    objects?: string[];
    kmsKeyArn?: string;
}

export const locationsOf = ({ importFrom = [], exportTo = [] }: Configuration) =>
    [...(importFrom as Location[]), ...(exportTo as Location[])].map((location) => ({
        ...location,
        name: location.bucket.replace(/^arn:aws:s3:::/, "").replace(/^\*$/, "any-bucket"),
    }));

/** All that a configuration requests, and what is next to it: other buckets, objects, keys and partitions. */
export function probesOf(configuration: Configuration): Probe[] {
    const locations = locationsOf(configuration);
    const buckets = unique([
        "foreign-bucket",
        ...locations.flatMap(({ name }) => [name, `${name}x`, name.slice(0, -1)]),
    ]);
    const objects = locations.flatMap(({ name, objects = ["*"] }) => {
        const keys = objects.flatMap(keysNear).filter((key) => key !== "");
        return [...keys.map((key) => `${name}/${key}`), `${name}x/${keys[0]}`, `foreign-bucket/${keys[0]}`];
    });
    const kmsKeys = (configuration.kmsKeys ?? []) as { keyArn: string }[];
    const given = [...locations.map(({ kmsKeyArn }) => kmsKeyArn), ...kmsKeys.map(({ keyArn }) => keyArn)];
    const keys = unique([
        ...given.filter((arn) => arn !== undefined),
        "arn:aws:kms:us-east-1:123456789012:key/foreign",
    ]);
    const nearKeys = keys.flatMap((arn) => [
        arn,
        `${arn}0`,
        arn.replace("arn:aws:", "arn:aws-cn:"),
        arn.slice(0, -1),
    ]);
    return [
        ...buckets.flatMap((bucket) => inPartitions(`s3:::${bucket}`, actionsOn.bucket)),
        ...unique(objects).flatMap((object) => ({
            resource: `arn:aws:s3:::${object}`,
            actions: actionsOn.object,
        })),
        ...unique(objects)
            .slice(0, 1)
            .map((object) => ({ resource: `arn:aws-cn:s3:::${object}`, actions: actionsOn.object })),
        ...unique(nearKeys).map((resource) => ({ resource, actions: actionsOn.key })),
        { resource: "*", actions: actionsOn.nothing },
    ];
}

const inPartitions = (rest: string, actions: readonly string[]): Probe[] =>
    ["aws", "aws-cn"].map((partition) => ({ resource: `arn:${partition}:${rest}`, actions }));

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
