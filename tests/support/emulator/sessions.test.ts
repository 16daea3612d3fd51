import { ListRolesCommand } from "@aws-sdk/client-iam";
import { DescribeDBClustersCommand } from "@aws-sdk/client-rds";
import {
    AbortMultipartUploadCommand,
    CreateMultipartUploadCommand,
    DeleteObjectCommand,
    GetObjectAclCommand,
    GetObjectCommand,
    HeadBucketCommand,
    ListObjectsV2Command,
    ListPartsCommand,
    PutBucketVersioningCommand,
    PutObjectCommand,
    type S3Client,
    UploadPartCommand,
} from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { allow, createBucket, isForbidden, readObject, sessionWith, useEmulator } from "./builders";
import type { Clients } from "./clients";

const denied = { name: "AccessDenied" };

describe("A session of an emulated IAM role", () => {
    const emulator = useEmulator();

    it("is the role's, while the account's own credentials are its root user's", async () => {
        const session = await sessionWith(emulator());
        const identity = async ({ sts }: Clients) => (await sts.send(new GetCallerIdentityCommand({}))).Arn;
        assert.equal(await identity(session), "arn:aws:sts::123456789012:assumed-role/aurora-1/aurora");
        assert.equal(await identity(emulator().aws), "arn:aws:iam::123456789012:root");
    });

    it("is refused when there is no such role", async () => {
        const role = "arn:aws:iam::123456789012:role/missing";
        await assert.rejects(emulator().assumeRole(role), {
            name: "AccessDenied",
            message: `User: arn:aws:iam::123456789012:root is not authorized to perform: sts:AssumeRole on resource: ${role}`,
        });
    });

    it("may do nothing without a policy", async () => {
        await createBucket(emulator().aws, "raw", "key");
        const session = await sessionWith(emulator());
        await assert.rejects(readObject(session, "raw", "key"), denied);
        await assert.rejects(session.s3.send(new ListObjectsV2Command({ Bucket: "raw" })), denied);
        await assert.rejects(session.iam.send(new ListRolesCommand({})), denied);
        await assert.rejects(session.rds.send(new DescribeDBClustersCommand({})), denied);
    });

    it("reads the objects that its policy names, and no others", async () => {
        await createBucket(emulator().aws, "raw", "incoming/x", "other");
        await createBucket(emulator().aws, "rest", "incoming/x");
        const session = await sessionWith(emulator(), allow("s3:GetObject", "arn:aws:s3:::raw/incoming/*"));
        assert.equal(await readObject(session, "raw", "incoming/x"), "incoming/x");
        await assert.rejects(readObject(session, "raw", "other"), denied);
        await assert.rejects(readObject(session, "rest", "incoming/x"), denied);
    });

    const patterns = [
        ["2024-??", "2024-01", true],
        ["2024-??", "2024-1", false],
        ["a+(b)[c]", "a+(b)[c]", true],
        ["a.csv", "aXcsv", false],
        ["*.csv", "deep/down.csv", true],
        ["*.csv", "down.csv.gz", false],
        ["${*}", "*", true],
        ["${*}", "x", false],
        ["${?}${$}", "?$", true],
        ["Sales", "sales", false],
    ] as const;
    for (const [pattern, key, matching] of patterns) {
        it(`${matching ? "reads" : "is refused"} ${key} with the object pattern ${pattern}`, async () => {
            await createBucket(emulator().aws, "raw", key);
            const session = await sessionWith(
                emulator(),
                allow("s3:GetObject", `arn:aws:s3:::raw/${pattern}`),
            );
            if (matching) assert.equal(await readObject(session, "raw", key), key);
            else await assert.rejects(readObject(session, "raw", key), denied);
        });
    }

    const bucket = { Bucket: "raw" };
    const object = { ...bucket, Key: "key" };
    const calls: [string, string, (s3: S3Client, VersionId: string, UploadId: string) => Promise<unknown>][] =
        [
            ["s3:ListBucket", "ListObjectsV2", (s3) => s3.send(new ListObjectsV2Command(bucket))],
            ["s3:ListBucket", "HeadBucket", (s3) => s3.send(new HeadBucketCommand(bucket))],
            ["s3:GetObject", "GetObject", (s3) => s3.send(new GetObjectCommand(object))],
            [
                "s3:GetObjectVersion",
                "GetObject of a version",
                (s3, VersionId) => s3.send(new GetObjectCommand({ ...object, VersionId })),
            ],
            ["s3:GetObjectAcl", "GetObjectAcl", (s3) => s3.send(new GetObjectAclCommand(object))],
            ["s3:PutObject", "PutObject", (s3) => s3.send(new PutObjectCommand({ ...object, Body: "y" }))],
            ["s3:DeleteObject", "DeleteObject", (s3) => s3.send(new DeleteObjectCommand(object))],
            [
                "s3:PutObject",
                "CreateMultipartUpload",
                (s3) => s3.send(new CreateMultipartUploadCommand(object)),
            ],
            [
                "s3:PutObject",
                "UploadPart",
                (s3, _, UploadId) =>
                    s3.send(new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: "y" })),
            ],
            [
                "s3:ListMultipartUploadParts",
                "ListParts",
                (s3, _, UploadId) => s3.send(new ListPartsCommand({ ...object, UploadId })),
            ],
            [
                "s3:AbortMultipartUpload",
                "AbortMultipartUpload",
                (s3, _, UploadId) => s3.send(new AbortMultipartUploadCommand({ ...object, UploadId })),
            ],
        ];
    for (const [action, name, call] of calls) {
        it(`needs ${action} for ${name}, and nothing else`, async () => {
            await createBucket(emulator().aws, "raw");
            const { s3 } = emulator().aws;
            const VersioningConfiguration = { Status: "Enabled" } as const;
            await s3.send(new PutBucketVersioningCommand({ ...bucket, VersioningConfiguration }));
            const { VersionId } = await s3.send(new PutObjectCommand({ ...object, Body: "x" }));
            const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));

            const others = calls.map(([other]) => other).filter((other) => other !== action);
            const without = await sessionWith(emulator(), allow(others, "*"));
            await assert.rejects(call(without.s3, VersionId!, UploadId!), isForbidden);
            const having = await sessionWith(
                emulator(),
                allow(action, ["arn:aws:s3:::raw", "arn:aws:s3:::raw/key"]),
            );
            await call(having.s3, VersionId!, UploadId!);
        });
    }
});
