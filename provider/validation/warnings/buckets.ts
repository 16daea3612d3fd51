import { everyBucket, partitionOf } from "../../policy/arn";
import type { Known } from "../../values/known";
import { quoted, say, type Phrase, type Report } from "../../values/message";
import { isOldBucketName } from "../s3";

export function warnOfBucket(bucket: Known | undefined, report: Report): void {
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
    if (partitionOf(value) === undefined && isOldBucketName(value)) {
        warn(say`${quoted(bucket)} can only be the name of a bucket created in us-east-1 before March 2018`);
    }
}
