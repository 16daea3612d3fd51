import {
    DeleteBucketEncryptionCommand,
    PutBucketEncryptionCommand,
    PutBucketVersioningCommand,
} from "@aws-sdk/client-s3";
import type { Clients } from "../../support/emulator/clients";
import { buckets, type Bucket, type Keys } from "../surroundings";

/** How the objects are encrypted, and whether the caller needs permissions for the key. */
export const encryptions = {
    "without a KMS key": { usesKey: false },
    "with SSE-KMS": { usesKey: true, BucketKeyEnabled: false },
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html: fewer calls to KMS, the same permissions
    "with SSE-KMS and bucket keys": { usesKey: true, BucketKeyEnabled: true },
} as const;

export type Encryption = keyof typeof encryptions;

/** Encrypts what is written to the buckets from now on. Each bucket has its own key. */
export async function encrypt({ s3 }: Clients, keys: Keys, encryption: Encryption): Promise<void> {
    const settings = encryptions[encryption];
    for (const [name, Bucket] of Object.entries(buckets)) {
        if (!settings.usesKey) {
            await s3.send(new DeleteBucketEncryptionCommand({ Bucket }));
            continue;
        }
        const byDefault = {
            SSEAlgorithm: "aws:kms" as const,
            KMSMasterKeyID: keys[name as Bucket].arn,
        };
        const rule = {
            ApplyServerSideEncryptionByDefault: byDefault,
            BucketKeyEnabled: settings.BucketKeyEnabled,
        };
        const configuration = { ServerSideEncryptionConfiguration: { Rules: [rule] } };
        await s3.send(new PutBucketEncryptionCommand({ Bucket, ...configuration }));
    }
}

/** Keeps the versions of objects, so that there are versions to read. */
export async function keepVersions({ s3 }: Clients): Promise<void> {
    for (const Bucket of Object.values(buckets)) {
        const VersioningConfiguration = { Status: "Enabled" as const };
        await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    }
}
