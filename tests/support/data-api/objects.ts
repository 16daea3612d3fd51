import {
    type CompletedPart,
    CompleteMultipartUploadCommand,
    CreateMultipartUploadCommand,
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    type S3Client,
    UploadPartCommand,
} from "@aws-sdk/client-s3";

/** The least that S3 takes for a part that is not the last one. */
const partSize = 5 * 1024 * 1024;

export async function readObject(s3: S3Client, Bucket: string, Key: string): Promise<string> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return Body!.transformToString();
}

export async function listKeys(s3: S3Client, Bucket: string, Prefix: string): Promise<string[]> {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    return Contents.map(({ Key }) => Key!).sort();
}

/** In parts where it is large. */
export async function writeObject(
    s3: S3Client,
    Bucket: string,
    Key: string,
    text: string,
    kmsKeyArn?: string,
): Promise<void> {
    const encryption = kmsKeyArn ? { ServerSideEncryption: "aws:kms" as const, SSEKMSKeyId: kmsKeyArn } : {};
    const Body = Buffer.from(text);
    if (Body.length <= partSize) {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body, ...encryption }));
        return;
    }
    const started = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...encryption }));
    const upload = { Bucket, Key, UploadId: started.UploadId };
    const Parts: CompletedPart[] = [];
    for (let start = 0; start < Body.length; start += partSize) {
        const PartNumber = Parts.length + 1;
        const part = { ...upload, PartNumber, Body: Body.subarray(start, start + partSize) };
        Parts.push({ PartNumber, ETag: (await s3.send(new UploadPartCommand(part))).ETag });
    }
    await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
}

/** What S3 refuses, in the words of the database. */
export async function orDenied<T>(use: Promise<T>, words: (reason: string) => Error): Promise<T> {
    try {
        return await use;
    } catch (error) {
        const { name, message } = error as Error;
        throw words(name === "AccessDenied" || /denied/i.test(message) ? "Access Denied" : message);
    }
}
