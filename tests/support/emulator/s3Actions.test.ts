import {
    GetBucketReplicationCommand,
    GetObjectLegalHoldCommand,
    GetObjectTaggingCommand,
    ListObjectsV2Command,
    PutBucketEncryptionCommand,
    type S3ServiceException,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { allow, createBucket, sessionWith, useEmulator } from "./builders";
import type { Clients } from "./clients";

const emulator = useEmulator();
const Bucket = "reports";
const Key = "in/orders.csv";
const encryption = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" as const } }] };

/** Calls that moto has no action for, and takes for reading, listing or creating, with the error that a call ends with where it is allowed. */
const calls: Record<string, { send: (s3: Clients["s3"]) => Promise<unknown>; error?: string }> = {
    "s3:GetReplicationConfiguration": {
        send: (s3) => s3.send(new GetBucketReplicationCommand({ Bucket })),
        error: "ReplicationConfigurationNotFoundError",
    },
    "s3:GetObjectLegalHold": {
        send: (s3) => s3.send(new GetObjectLegalHoldCommand({ Bucket, Key })),
    },
    "s3:GetObjectVersionTagging": {
        send: (s3) => s3.send(new GetObjectTaggingCommand({ Bucket, Key, VersionId: "none" })),
        error: "NoSuchVersion",
    },
    "s3:PutEncryptionConfiguration": {
        send: (s3) =>
            s3.send(
                new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: encryption }),
            ),
    },
    "s3:ListBucket": { send: (s3) => s3.send(new ListObjectsV2Command({ Bucket })) },
};

describe("A call to the emulated S3", () => {
    for (const [action, { send, error }] of Object.entries(calls)) {
        it(`needs ${action}, and no other action stands for it`, async () => {
            await createBucket(emulator().aws, Bucket, Key);
            const others = Object.keys(calls).filter((other) => other !== action);
            const actions = [
                ...others,
                "s3:GetObject",
                "s3:GetObjectVersion",
                "s3:GetObjectTagging",
                "s3:CreateBucket",
            ];
            const without = await sessionWith(emulator(), allow(actions, "*"));
            const having = await sessionWith(emulator(), allow(action, "*"));
            assert.equal(await errorOf(send(without.s3)), "AccessDenied");
            assert.equal(await errorOf(send(having.s3)), error);
        });
    }
});

const errorOf = (sent: Promise<unknown>): Promise<string | undefined> =>
    sent.then(
        () => undefined,
        (error: S3ServiceException) => error.name,
    );
