import type { S3 } from "@aws-sdk/client-s3";
import { unlessGone } from "../errors";
import { fromTagList, toTagList } from "../tags";

export async function putTags(s3: S3, Bucket: string, tags: Record<string, string> = {}): Promise<void> {
    const TagSet = toTagList(tags);
    await (TagSet.length > 0
        ? s3.putBucketTagging({ Bucket, Tagging: { TagSet } })
        : s3.deleteBucketTagging({ Bucket }));
}

export async function tagsOf(s3: S3, Bucket: string): Promise<Record<string, string>> {
    const answer = await unlessGone(["NoSuchTagSet"], s3.getBucketTagging({ Bucket }));
    return fromTagList(answer?.TagSet);
}

export async function isLocked(s3: S3, Bucket: string): Promise<boolean> {
    const none = ["ObjectLockConfigurationNotFoundError"];
    const answer = await unlessGone(none, s3.getObjectLockConfiguration({ Bucket }));
    return answer?.ObjectLockConfiguration?.ObjectLockEnabled === "Enabled";
}

/** Deletes every version of every object. */
export async function emptyBucket(s3: S3, Bucket: string): Promise<void> {
    for (;;) {
        const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket });
        const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
        if (Objects.length === 0) return;
        await s3.deleteObjects({ Bucket, Delete: { Objects } });
    }
}
