import {
    DeleteBucketPolicyCommand,
    DeleteObjectCommand,
    GetObjectCommand,
    HeadObjectCommand,
    ListObjectsV2Command,
    PutBucketPolicyCommand,
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

    /** Denies the roles one action on the bucket or on its objects, until `allowAll`. */
    async deny(action: string, on: "bucket" | "objects", roleArns: string[]): Promise<void> {
        const partition = roleArns[0]!.split(":")[1]!;
        const Resource = `arn:${partition}:s3:::${this.name}${on === "objects" ? "/*" : ""}`;
        const statement = { Effect: "Deny", Principal: { AWS: roleArns }, Action: action, Resource };
        const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
        await this.s3.send(new PutBucketPolicyCommand({ Bucket: this.name, Policy }));
    }

    async allowAll(): Promise<void> {
        await this.s3.send(new DeleteBucketPolicyCommand({ Bucket: this.name }));
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
