import {
    AbortMultipartUploadCommand,
    DeleteObjectCommand,
    GetBucketAclCommand,
    GetBucketPolicyCommand,
    GetObjectAclCommand,
    GetObjectCommand,
    ListObjectsV2Command,
    ListPartsCommand,
    PutObjectCommand,
    type S3Client,
    S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Emulator } from "../../support/emulator/emulator";
import type { Probe } from "./probes";

/** What S3 answered a session of the role. */
export interface LiveProbe {
    action: string;
    resource: string;
    isAllowed: boolean;
}

const onBucket: Record<string, (s3: S3Client, Bucket: string) => Promise<unknown>> = {
    "s3:ListBucket": (s3, Bucket) => s3.send(new ListObjectsV2Command({ Bucket })),
    "s3:GetBucketAcl": (s3, Bucket) => s3.send(new GetBucketAclCommand({ Bucket })),
    "s3:GetBucketPolicy": (s3, Bucket) => s3.send(new GetBucketPolicyCommand({ Bucket })),
};
const UploadId = "none";
const onObject: Record<string, (s3: S3Client, Bucket: string, Key: string) => Promise<unknown>> = {
    "s3:PutObject": (s3, Bucket, Key) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "1,2" })),
    "s3:GetObject": (s3, Bucket, Key) => s3.send(new GetObjectCommand({ Bucket, Key })),
    "s3:GetObjectVersion": (s3, Bucket, Key) =>
        s3.send(new GetObjectCommand({ Bucket, Key, VersionId: "null" })),
    "s3:GetObjectAcl": (s3, Bucket, Key) => s3.send(new GetObjectAclCommand({ Bucket, Key })),
    "s3:ListMultipartUploadParts": (s3, Bucket, Key) =>
        s3.send(new ListPartsCommand({ Bucket, Key, UploadId })),
    "s3:AbortMultipartUpload": (s3, Bucket, Key) =>
        s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })),
    "s3:DeleteObject": (s3, Bucket, Key) => s3.send(new DeleteObjectCommand({ Bucket, Key })),
};

const mostBuckets = 3;
const mostObjects = 4;

/** Assumes a role and calls S3, for some of the probes. */
export async function triedLive(
    aws: Emulator,
    roleArn: string,
    probes: readonly Probe[],
    buckets: ReadonlySet<string>,
): Promise<LiveProbe[]> {
    const { s3 } = await aws.assumeRole(roleArn);
    const places = probes
        .flatMap(({ resource }) => placeOf(resource))
        .filter(({ bucket }) => buckets.has(bucket));
    const tried: LiveProbe[] = [];
    const attempt = async (action: string, resource: string, request: Promise<unknown>) =>
        void tried.push({ action, resource, isAllowed: await isAllowed(request) });
    for (const { resource, bucket } of spread(
        places.filter(({ key }) => key === undefined),
        mostBuckets,
    )) {
        for (const [action, call] of Object.entries(onBucket))
            await attempt(action, resource, call(s3, bucket));
    }
    for (const { resource, bucket, key } of spread(
        places.filter(({ key }) => key !== undefined),
        mostObjects,
    )) {
        for (const [action, call] of Object.entries(onObject))
            await attempt(action, resource, call(s3, bucket, key!));
    }
    return tried;
}

/** What can be sent: of characters that no URL holds, HTTP libraries make different things. */
const sendable = /^[ -~]+$/;

function placeOf(resource: string): { resource: string; bucket: string; key: string | undefined }[] {
    const [, bucket, key] = /^arn:aws:s3:::([^/]+)(?:\/(.+))?$/s.exec(resource) ?? [];
    if (bucket === undefined || (key !== undefined && !sendable.test(key))) return [];
    return [{ resource, bucket, key }];
}

/** A few of them, from the first to the last. */
function spread<T>(all: readonly T[], count: number): T[] {
    const step = Math.max(1, all.length / count);
    return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}

/** That there is no such object or upload is said only to who may ask for it. */
async function isAllowed(request: Promise<unknown>): Promise<boolean> {
    try {
        await request;
        return true;
    } catch (error) {
        if (!(error instanceof S3ServiceException)) throw error;
        return error.$metadata.httpStatusCode !== 403;
    }
}
