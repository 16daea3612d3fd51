import {
    AbortMultipartUploadCommand,
    CompleteMultipartUploadCommand,
    CreateMultipartUploadCommand,
    DeleteObjectCommand,
    ListPartsCommand,
    PutObjectCommand,
    UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { Step } from "./step";

type MadeBy = Step["madeBy"];

/** S3 accepts no smaller part, except the last. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const smallestPart = Buffer.alloc(5 * 1024 ** 2);
const lastPart = "1,2,3\n";

/** Writes a small object. */
export const put = (Key: string, madeBy: MadeBy): Step => ({
    operation: "PutObject",
    on: `\`${Key}\``,
    needs: ["s3:PutObject"],
    uses: ["kms:GenerateDataKey"],
    permissions: "putObject",
    madeBy,
    send: ({ s3 }, { bucket }) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "1,2,3\n" })),
});

export const remove = (Key: string, madeBy: MadeBy): Step => ({
    operation: "DeleteObject",
    on: `\`${Key}\``,
    needs: ["s3:DeleteObject"],
    uses: [],
    permissions: "deleteObject",
    madeBy,
    send: ({ s3 }, { bucket }) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key })),
});

const multipart = { permissions: "multipart" } as const;
const writing = { ...multipart, needs: ["s3:PutObject"], uses: ["kms:Decrypt", "kms:GenerateDataKey"] };

export const createUpload = (Key: string, madeBy: MadeBy): Step => ({
    ...writing,
    operation: "CreateMultipartUpload",
    on: `\`${Key}\``,
    madeBy,
    send: async ({ s3 }, memory) => {
        const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: memory.bucket, Key }));
        memory.uploadId = UploadId!;
        memory.parts = [];
    },
});

export const uploadPart = (Key: string, PartNumber: number, isLast: boolean, madeBy: MadeBy): Step => ({
    ...writing,
    operation: "UploadPart",
    on: `part ${PartNumber} of \`${Key}\``,
    madeBy,
    send: async ({ s3 }, { bucket, uploadId, parts }) => {
        const part = { Bucket: bucket, Key, UploadId: uploadId, PartNumber };
        const { ETag } = await s3.send(
            new UploadPartCommand({ ...part, Body: isLast ? lastPart : smallestPart }),
        );
        parts.push({ PartNumber, ETag: ETag! });
    },
});

export const listParts = (Key: string, madeBy: MadeBy): Step => ({
    ...multipart,
    operation: "ListParts",
    on: `\`${Key}\``,
    needs: ["s3:ListMultipartUploadParts"],
    uses: [],
    madeBy,
    send: ({ s3 }, { bucket, uploadId }) =>
        s3.send(new ListPartsCommand({ Bucket: bucket, Key, UploadId: uploadId })),
});

export const completeUpload = (Key: string, madeBy: MadeBy): Step => ({
    ...writing,
    operation: "CompleteMultipartUpload",
    on: `\`${Key}\``,
    madeBy,
    send: ({ s3 }, { bucket, uploadId, parts }) => {
        const upload = { Bucket: bucket, Key, UploadId: uploadId, MultipartUpload: { Parts: parts } };
        return s3.send(new CompleteMultipartUploadCommand(upload));
    },
});

export const abortUpload = (Key: string, madeBy: MadeBy): Step => ({
    ...multipart,
    operation: "AbortMultipartUpload",
    on: `\`${Key}\``,
    needs: ["s3:AbortMultipartUpload"],
    uses: [],
    madeBy,
    send: ({ s3 }, { bucket, uploadId }) =>
        s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId: uploadId })),
});
