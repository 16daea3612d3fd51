import type { S3, ServerSideEncryption } from "@aws-sdk/client-s3";
import { boolean, object, optional, required, string, type Plain } from "../definition";
import { unlessGone } from "../errors";
import { fromTagList, toTagList } from "../tags";

const bucketType = (name: string) => `aws:s3/Bucket${name}:Bucket${name}`;

export const encryptionConfiguration = object(bucketType("ServerSideEncryptionConfiguration"), {
    rule: required(
        object(bucketType("ServerSideEncryptionConfigurationRule"), {
            applyServerSideEncryptionByDefault: optional(
                object(
                    bucketType("ServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault"),
                    {
                        kmsMasterKeyId: optional(string),
                        sseAlgorithm: required(string),
                    },
                ),
            ),
            bucketKeyEnabled: optional(boolean),
        }),
    ),
});
type EncryptionConfiguration = Plain<typeof encryptionConfiguration>;

export async function putEncryption(s3: S3, Bucket: string, configuration?: EncryptionConfiguration) {
    if (!configuration) return;
    const { applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled } = configuration.rule;
    await s3.putBucketEncryption({
        Bucket,
        ServerSideEncryptionConfiguration: {
            Rules: [
                {
                    ApplyServerSideEncryptionByDefault: byDefault && {
                        SSEAlgorithm: byDefault.sseAlgorithm as ServerSideEncryption,
                        KMSMasterKeyID: byDefault.kmsMasterKeyId,
                    },
                    BucketKeyEnabled: bucketKeyEnabled,
                },
            ],
        },
    });
}

export async function encryptionOf(s3: S3, Bucket: string): Promise<EncryptionConfiguration | undefined> {
    const none = ["ServerSideEncryptionConfigurationNotFoundError"];
    const answer = await unlessGone(none, s3.getBucketEncryption({ Bucket }));
    const rule = answer?.ServerSideEncryptionConfiguration?.Rules?.[0];
    if (!rule) return undefined;
    const byDefault = rule.ApplyServerSideEncryptionByDefault;
    return {
        rule: {
            applyServerSideEncryptionByDefault: byDefault && {
                kmsMasterKeyId: byDefault.KMSMasterKeyID,
                sseAlgorithm: byDefault.SSEAlgorithm!,
            },
            bucketKeyEnabled: rule.BucketKeyEnabled,
        },
    };
}

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
