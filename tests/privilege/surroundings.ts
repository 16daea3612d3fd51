import { CreateKeyCommand, EncryptCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { Clients } from "../support/emulator/clients";

/** The buckets and keys that the roles are tried on. The name of the last bucket starts with that of the first. */
export const buckets = { raw: "sales-raw", reports: "sales-reports", other: "sales-raw-archive" } as const;

export type Bucket = keyof typeof buckets;
export type Key = Bucket;

/** A KMS key, with a text that it has encrypted: decryption finds the key by it. */
export interface KmsKey {
    readonly arn: string;
    readonly ciphertext: Uint8Array;
}

export type Keys = Readonly<Record<Key, KmsKey>>;

/** Creates the buckets, and a key for each. */
export async function createSurroundings({ s3, kms }: Clients): Promise<Keys> {
    const keys: Partial<Record<Key, KmsKey>> = {};
    for (const [name, Bucket] of Object.entries(buckets)) {
        await s3.send(new CreateBucketCommand({ Bucket }));
        // The bucket is never empty, so that a role that may delete it cannot.
        await s3.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "text" }));
        const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
        const arn = KeyMetadata!.Arn!;
        const text = { KeyId: arn, Plaintext: Buffer.from("text") };
        const { CiphertextBlob } = await kms.send(new EncryptCommand(text));
        keys[name as Key] = { arn, ciphertext: CiphertextBlob! };
    }
    return keys as Keys;
}
