import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import type { Step } from "./step";

type MadeBy = Step["madeBy"];

/** Lists the objects whose keys start with `Prefix`. */
export const list = (Prefix: string, madeBy: MadeBy): Step => ({
    operation: "ListObjectsV2",
    on: `prefix \`${Prefix}\``,
    needs: ["s3:ListBucket"],
    uses: [],
    permissions: "listObjects",
    madeBy,
    send: ({ s3 }, { bucket }) => s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix })),
});

/** Asks for the size of an object, which S3 judges as reading it. */
export const head = (Key: string, madeBy: MadeBy): Step => ({
    operation: "HeadObject",
    on: `\`${Key}\``,
    needs: ["s3:GetObject"],
    uses: [],
    permissions: "headObject",
    madeBy,
    send: async ({ s3 }, memory) => {
        const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: memory.bucket, Key }));
        memory.versionId = VersionId;
    },
});

/** Reads an object, of another bucket if that is named. */
export const get = (Key: string, madeBy: MadeBy, otherBucket?: string): Step => ({
    operation: "GetObject",
    on: otherBucket === undefined ? `\`${Key}\`` : `\`${Key}\` in another bucket`,
    needs: ["s3:GetObject"],
    uses: ["kms:Decrypt"],
    permissions: "getObject",
    madeBy,
    send: async ({ s3 }, { bucket }) => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: otherBucket ?? bucket, Key }));
        return Body!.transformToString();
    },
});

/** Reads the version of an object that was found before. */
export const getVersion = (Key: string, madeBy: MadeBy): Step => ({
    operation: "GetObject",
    on: `\`${Key}\`, the version that was found`,
    needs: ["s3:GetObjectVersion"],
    uses: ["kms:Decrypt"],
    permissions: "getObject",
    madeBy,
    send: ({ s3 }, { bucket, versionId }) => {
        if (versionId === undefined) throw new Error(`No version of ${Key} was found.`);
        return s3.send(new GetObjectCommand({ Bucket: bucket, Key, VersionId: versionId }));
    },
});
