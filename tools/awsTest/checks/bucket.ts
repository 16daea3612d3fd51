import {
    DeleteObjectCommand,
    GetObjectCommand,
    HeadObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    type S3Client,
} from "@aws-sdk/client-s3";

export interface Stored {
    key: string;
    size: number;
    /** Of an object that was uploaded in parts. */
    parts?: number;
    kmsKeyArn?: string;
}

/** The bucket of the run, as its owner sees it. */
export class Bucket {
    constructor(
        private readonly s3: S3Client,
        private readonly name: string,
    ) {}

    async put(key: string, content: string): Promise<void> {
        await this.s3.send(new PutObjectCommand({ Bucket: this.name, Key: key, Body: content }));
    }

    async read(key: string): Promise<string> {
        const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.name, Key: key }));
        return Body!.transformToString();
    }

    async list(prefix: string): Promise<Stored[]> {
        const query = { Bucket: this.name, Prefix: prefix };
        const { Contents = [] } = await this.s3.send(new ListObjectsV2Command(query));
        return Promise.all(Contents.map(({ Key }) => this.head(Key!)));
    }

    async remove(prefix: string): Promise<void> {
        for (const { key } of await this.list(prefix))
            await this.s3.send(new DeleteObjectCommand({ Bucket: this.name, Key: key }));
    }

    private async head(key: string): Promise<Stored> {
        const head = await this.s3.send(new HeadObjectCommand({ Bucket: this.name, Key: key }));
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
        const [, parts] = /-(\d+)"?$/.exec(head.ETag ?? "") ?? [];
        return {
            key,
            size: head.ContentLength!,
            ...(parts && { parts: Number(parts) }),
            ...(head.SSEKMSKeyId && { kmsKeyArn: head.SSEKMSKeyId }),
        };
    }
}
