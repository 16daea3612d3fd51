import {
    DeleteObjectCommand,
    GetObjectCommand,
    PutObjectCommand,
    S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Clients } from "./emulator/clients";

export type Verdict = "allowed" | "denied";

/** Whether S3 lets these credentials read the object. */
export function canRead({ s3 }: Clients, Bucket: string, Key: string): Promise<Verdict> {
    return verdict(s3.send(new GetObjectCommand({ Bucket, Key })));
}

/** Whether S3 lets these credentials write the object. */
export function canWrite({ s3 }: Clients, Bucket: string, Key: string): Promise<Verdict> {
    return verdict(s3.send(new PutObjectCommand({ Bucket, Key, Body: "1,2,3\n" })));
}

/** Takes the object away again, so that its bucket can be deleted. */
export async function remove({ s3 }: Clients, Bucket: string, Key: string): Promise<void> {
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
}

async function verdict(request: Promise<unknown>): Promise<Verdict> {
    try {
        await request;
        return "allowed";
    } catch (error) {
        if (error instanceof S3ServiceException && error.name === "AccessDenied") return "denied";
        throw error;
    }
}
