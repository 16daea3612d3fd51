import fc from "fast-check";
import { bucket } from "../../../provider/validation/s3";

export const partition = fc.constantFrom("aws", "aws-cn", "aws-us-gov", "aws-iso-b");
export const region = fc.constantFrom("us-east-1", "us-east-2", "cn-north-1", "us-gov-east-1");
export const account = fc.stringMatching(/^\d{12}$/);

/** Names that the validation of inputs takes, those that only buckets from before 2018 have too. */
export const bucketName = fc
    .oneof(
        fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
        fc.stringMatching(/^[A-Za-z0-9._-]{3,80}$/),
    )
    .filter((name) => bucket(name) === undefined);

const keyId = fc.oneof(fc.uuid(), fc.stringMatching(/^mrk-[0-9a-f]{32}$/));

/** Two keys of one account. */
export const keyArns = fc
    .record({ partition, region, account, ids: fc.array(keyId, { minLength: 2, maxLength: 2 }) })
    .map(({ partition, region, account, ids }) =>
        ids.map((id) => `arn:${partition}:kms:${region}:${account}:key/${id}`),
    );

export function bucketArn(partition: string, name: string): string {
    return `arn:${partition}:s3:::${name}`;
}

/** ARNs of other buckets that are nearly the same. */
export function nearBucketArns(partition: string, name: string): string[] {
    const names = [`${name}x`, `x${name}`, `${name}-2`, name.slice(0, -1), name.slice(1)];
    return [...names.map((each) => bucketArn(partition, each)), bucketArn(otherPartition(partition), name)];
}

/** ARNs of other keys, and of an alias, that are nearly the same. */
export function nearKeyArns(arn: string): string[] {
    return [
        `${arn}0`,
        arn.slice(0, -1),
        arn.replace(/:kms:[^:]+/, ":kms:ap-south-2"),
        arn.replace(/:\d{12}:/, ":000000000000:"),
        arn.replace(":key/", ":alias/"),
        arn.replace(/^arn:([^:]+)/, (_, partition: string) => `arn:${otherPartition(partition)}`),
    ];
}

export function otherPartition(partition: string): string {
    return partition === "aws" ? "aws-cn" : "aws";
}
