import { everyBucket, partitionOf } from "../../policy/arn";
import type { Known } from "../../values/known";
import { derived, named, quoted, say, type Phrase, type Report } from "../../values/message";
import { isOldBucketName } from "../s3";

export function warnOfBucket(bucket: Known | undefined, partition: string | undefined, report: Report): void {
    const value = bucket?.string;
    if (bucket === undefined || value === undefined || bucket.secret) return;
    const warn = (rule: Phrase, advice?: Phrase) => report(bucket, () => ({ rule, advice }));
    if (value === everyBucket) {
        warn(
            say`grants access to every bucket, including buckets of other accounts that allow it`,
            say`Name the buckets instead.`,
        );
        return;
    }
    const own = partitionOf(value);
    if (own === undefined && isOldBucketName(value)) {
        warn(say`${quoted(bucket)} can only be the name of a bucket created in us-east-1 before March 2018`);
    }
    if (partition === undefined) return;
    if (own !== undefined && own !== partition) {
        warn(
            say`${quoted(bucket)} is in partition ${derived(bucket, () => own)}, but the AWS provider uses ${named(partition)}`,
        );
    }
    if (own === undefined && partition !== "aws") {
        warn(
            say`${quoted(bucket)} is treated as a bucket in partition ${named(partition)}`,
            say`Use the ARN of the bucket if it is in another partition.`,
        );
    }
}
