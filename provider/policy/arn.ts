/** Stands for every bucket wherever a bucket is asked for. */
export const everyBucket = "*";

/** The ARN of a bucket given by name or ARN, in `partition` unless the ARN names its own. */
export function bucketArn(bucket: string, partition: string): string {
    return bucket.startsWith("arn:") ? bucket : `arn:${partition}:s3:::${bucket}`;
}

/** The ARN of the objects of a bucket that match `pattern`. */
export function objectArn(bucket: string, pattern: string): string {
    return `${bucket}/${pattern}`;
}

/** The partition (`aws`, `aws-cn`, `aws-us-gov`, ...) that an ARN names; undefined for what is no ARN. */
export function partitionOf(arn: string): string | undefined {
    return /^arn:([^:]*):/.exec(arn)?.[1];
}

/** The policies that AWS keeps for access to every bucket of the account. */
export function awsManagedPolicyArn(name: string, partition: string): string {
    return `arn:${partition}:iam::aws:policy/${name}`;
}
