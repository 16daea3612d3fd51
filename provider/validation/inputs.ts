import { auroraMysql } from "../engine/auroraMysql";
import { everyBucket, partitionOf } from "../policy/arn";
import {
    all,
    isObject,
    list,
    map,
    mistake,
    object,
    plainEnum,
    plainFlag,
    plainList,
    shown,
    text,
    type Check,
    type Mistake,
} from "./check";
import * as iam from "./iam";
import { keyArn } from "./kms";
import * as rds from "./rds";
import { bucket, objectPattern } from "./s3";

const s3Location = all(
    object({ bucket: text(bucket) }, { objects: plainList(text(objectPattern)), kmsKeyArn: text(keyArn) }),
    objectsOfEveryBucket,
);

const cluster = object(
    { clusterIdentifier: text(...rds.clusterIdentifier) },
    { name: text(...rds.clusterName) },
);

const inputs: Record<string, Check> = {
    importFrom: plainList(s3Location),
    exportTo: plainList(s3Location),
    predefinedPolicy: plainEnum(["AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"]),
    kmsKeys: plainList(object({ keyArn: text(keyArn) }, { forExport: plainFlag })),
    clusters: all(plainList(cluster), clusterTwice),
    engineVersion: text(auroraMysql.versionMistake),
    importPolicyName: text(...iam.policyName),
    importPolicyDescription: text(...iam.description),
    exportPolicyName: text(...iam.policyName),
    exportPolicyDescription: text(...iam.description),
    kmsPolicyName: text(...iam.policyName),
    kmsPolicyDescription: text(...iam.description),
    roleName: text(...iam.roleName),
    roleDescription: text(...iam.description),
    path: text(...iam.path),
    permissionsBoundary: text(...iam.permissionsBoundary),
    tags: map(text(...iam.tagKey), text(...iam.tagValue)),
    sourceAccount: text(...iam.accountId),
    sourceArns: list(text(...rds.sourceArn)),
    unconditionalTrust: plainFlag,
};

/** What is wrong with the values of the given inputs, whichever they are. */
export function valueMistakes(given: Record<string, unknown>): Mistake[] {
    return [...object({}, inputs)(given, ""), ...mixedPartitions(given)];
}

/** What is wrong with the inputs as a whole: which of them are there, and beside which others. */
export function shapeMistakes(given: Record<string, unknown>): Mistake[] {
    // False is what leaving a flag out means.
    const has = (input: string) => given[input] !== undefined && given[input] !== false;
    return [
        ...(["importFrom", "exportTo", "predefinedPolicy", "kmsKeys"].some(has)
            ? []
            : mistake(
                  "importFrom",
                  "no access is asked for: give importFrom, exportTo, predefinedPolicy or kmsKeys",
              )),
        ...useless
            .filter(({ input, without }) => has(input) && !has(without))
            .flatMap(({ input, without }) =>
                mistake(input, `is given, but there is no such policy without ${without}: leave it out`),
            ),
        ...exclusive
            .filter(({ input, beside }) => has(input) && has(beside))
            .flatMap(({ input, beside }) =>
                mistake(input, `is given beside ${beside}: leave one of them out`),
            ),
    ];
}

const useless = [
    { input: "importPolicyName", without: "importFrom" },
    { input: "importPolicyDescription", without: "importFrom" },
    { input: "exportPolicyName", without: "exportTo" },
    { input: "exportPolicyDescription", without: "exportTo" },
    { input: "kmsPolicyName", without: "kmsKeys" },
    { input: "kmsPolicyDescription", without: "kmsKeys" },
];

const exclusive = [
    { input: "predefinedPolicy", beside: "importFrom" },
    { input: "predefinedPolicy", beside: "exportTo" },
    { input: "unconditionalTrust", beside: "sourceAccount" },
    { input: "unconditionalTrust", beside: "sourceArns" },
];

/** IAM's `*` goes across slashes: with `*` as the bucket, incoming/* would also reach bucket/any/incoming/. */
function objectsOfEveryBucket(value: unknown, path: string): Mistake[] {
    if (!isObject(value) || value.bucket !== everyBucket || value.objects === undefined) return [];
    return mistake(
        `${path}.objects`,
        "is given for every bucket, but IAM would grant more than these objects: leave it out, or name the buckets",
    );
}

function clusterTwice(value: unknown, path: string): Mistake[] {
    if (!Array.isArray(value)) return [];
    const clusters = value.map((each: unknown) => (isObject(each) ? each : {}));
    return clusters.flatMap(({ name, clusterIdentifier }, i) => {
        const before = clusters.slice(0, i);
        const namesake = before.findIndex((other) => other.name === name);
        const same = before.findIndex(
            (other) => typeof clusterIdentifier === "string" && other.clusterIdentifier === clusterIdentifier,
        );
        return [
            ...(namesake < 0 ? [] : mistake(`${path}[${i}].name`, sameName(name, `${path}[${namesake}]`))),
            ...(same < 0
                ? []
                : mistake(
                      `${path}[${i}].clusterIdentifier`,
                      `${shown(clusterIdentifier)} is the cluster of ${path}[${same}] too, but a cluster has a role once: leave one out`,
                  )),
        ];
    });
}

function sameName(name: unknown, other: string): string {
    return name === undefined
        ? `is missing, as it is in ${other}: one cluster at most goes without a name, which tells them apart`
        : `${shown(name)} is the name of ${other} too: give each cluster a name of its own`;
}

/** A role works in one partition only, so that a second one among the ARNs is a mistake. */
function mixedPartitions(given: Record<string, unknown>): Mistake[] {
    const arns = ["importFrom", "exportTo", "kmsKeys"].flatMap((input) => arnsIn(given[input], input));
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
