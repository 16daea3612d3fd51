import { partitionOf } from "../policy/arn";
import { isObject, mistake, shown, type Mistake } from "./check";

const withArns = [
    "importFrom",
    "exportTo",
    "kmsKeys",
    "existingRoleArn",
    "permissionsBoundary",
    "sourceArns",
];

/** A role works in one partition only, so that a second one among the ARNs is a mistake. */
export function mixedPartitions(given: Record<string, unknown>): Mistake[] {
    const arns = withArns.flatMap((input) => arnsIn(given[input], input));
    const [first, ...others] = arns;
    if (first === undefined) return [];
    return others
        .filter(({ partition }) => partition !== first.partition)
        .flatMap(({ path, arn, partition }) =>
            mistake(
                path,
                `${shown(arn)} is in the partition ${partition}, but ${first.path} is in ${first.partition}: a role reaches one partition only`,
            ),
        );
}

function arnsIn(value: unknown, path: string): { path: string; arn: string; partition: string }[] {
    if (Array.isArray(value)) return value.flatMap((each, i) => arnsIn(each, `${path}[${i}]`));
    if (isObject(value))
        return Object.entries(value).flatMap(([key, each]) => arnsIn(each, `${path}.${key}`));
    const partition = typeof value === "string" ? partitionOf(value) : undefined;
    return partition === undefined ? [] : [{ path, arn: value as string, partition }];
}
