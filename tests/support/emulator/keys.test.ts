import {
    CreateAliasCommand,
    CreateGrantCommand,
    CreateKeyCommand,
    DecryptCommand,
    DeleteAliasCommand,
    DescribeKeyCommand,
    EncryptCommand,
    GenerateDataKeyCommand,
    GetKeyPolicyCommand,
    ListAliasesCommand,
    ListGrantsCommand,
    PutKeyPolicyCommand,
    ScheduleKeyDeletionCommand,
    UpdateAliasCommand,
    UpdateKeyDescriptionCommand,
} from "@aws-sdk/client-kms";
import {
    CreateMultipartUploadCommand,
    ListObjectsV2Command,
    PutBucketEncryptionCommand,
    PutObjectCommand,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import {
    allow,
    createBucket,
    createRole,
    policyDocument,
    readObject,
    sessionWith,
    useEmulator,
} from "./builders";
import type { Clients } from "./clients";

describe("Emulated KMS keys", () => {
    const emulator = useEmulator();

    async function createKey(): Promise<string> {
        const { KeyMetadata } = await emulator().aws.kms.send(new CreateKeyCommand({}));
        return KeyMetadata!.Arn!;
    }

    async function encrypt(KeyId: string): Promise<Uint8Array> {
        const Plaintext = Buffer.from("secret");
        const { CiphertextBlob } = await emulator().aws.kms.send(new EncryptCommand({ KeyId, Plaintext }));
        return CiphertextBlob!;
    }

    it("are judged by the key that a ciphertext was made with", async () => {
        const [mine, other] = [await createKey(), await createKey()];
        const { kms } = await sessionWith(emulator(), allow("kms:Decrypt", mine));
        await kms.send(new DecryptCommand({ CiphertextBlob: await encrypt(mine) }));
        await assert.rejects(kms.send(new DecryptCommand({ CiphertextBlob: await encrypt(other) })), {
            name: "AccessDeniedException",
            message: `User: arn:aws:sts::123456789012:assumed-role/aurora-1/aurora is not authorized to perform: kms:Decrypt on resource: ${other}`,
        });
    });

    it("are judged by the action", async () => {
        const key = await createKey();
        const { kms } = await sessionWith(emulator(), allow("kms:Decrypt", key));
        const dataKey = new GenerateDataKeyCommand({ KeyId: key, KeySpec: "AES_256" });
        await assert.rejects(kms.send(dataKey), { name: "AccessDeniedException" });
    });

    it("are judged by the key behind an alias", async () => {
        const [mine, other] = [await createKey(), await createKey()];
        const { kms: admin } = emulator().aws;
        await admin.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: mine }));
        await admin.send(new CreateAliasCommand({ AliasName: "alias/other", TargetKeyId: other }));
        const { kms } = await sessionWith(emulator(), allow("kms:GenerateDataKey", mine));
        await kms.send(new GenerateDataKeyCommand({ KeyId: "alias/mine", KeySpec: "AES_256" }));
        await assert.rejects(
            kms.send(new GenerateDataKeyCommand({ KeyId: "alias/other", KeySpec: "AES_256" })),
            { name: "AccessDeniedException" },
        );
    });

    async function createEncryptedBucket(KMSMasterKeyID: string): Promise<void> {
        await createBucket(emulator().aws, "raw");
        const ApplyServerSideEncryptionByDefault = { SSEAlgorithm: "aws:kms", KMSMasterKeyID } as const;
        const ServerSideEncryptionConfiguration = { Rules: [{ ApplyServerSideEncryptionByDefault }] };
        await emulator().aws.s3.send(
            new PutBucketEncryptionCommand({ Bucket: "raw", ServerSideEncryptionConfiguration }),
        );
        await emulator().aws.s3.send(new PutObjectCommand({ Bucket: "raw", Key: "key", Body: "x" }));
    }

    const put = { Bucket: "raw", Key: "key", Body: "y" };
    const calls: [string, string[], (session: Clients) => Promise<unknown>][] = [
        ["read an object", ["kms:Decrypt"], (session) => readObject(session, "raw", "key")],
        ["put an object", ["kms:GenerateDataKey"], ({ s3 }) => s3.send(new PutObjectCommand(put))],
        [
            "start a multipart upload",
            ["kms:Decrypt", "kms:GenerateDataKey"],
            ({ s3 }) => s3.send(new CreateMultipartUploadCommand(put)),
        ],
    ];
    for (const [what, needed, call] of calls) {
        it(`of a bucket take ${needed.join(" and ")} to ${what}`, async () => {
            const [key, other] = [await createKey(), await createKey()];
            await createEncryptedBucket(key);
            const onObjects = allow("s3:*", "arn:aws:s3:::raw/*");
            await call(await sessionWith(emulator(), onObjects, allow(needed, key)));

            const denied = { name: "AccessDenied" };
            await assert.rejects(
                call(await sessionWith(emulator(), onObjects, allow(needed, other))),
                denied,
            );
            for (const missing of needed) {
                const rest = ["kms:DescribeKey", ...needed.filter((action) => action !== missing)];
                await assert.rejects(
                    call(await sessionWith(emulator(), onObjects, allow(rest, key))),
                    denied,
                );
            }
        });
    }

    it("of a bucket are not needed to list it", async () => {
        await createEncryptedBucket(await createKey());
        const { s3 } = await sessionWith(emulator(), allow("s3:ListBucket", "arn:aws:s3:::raw"));
        await s3.send(new ListObjectsV2Command({ Bucket: "raw" }));
    });

    it("that one object is put with are judged like the bucket's", async () => {
        const [mine, other] = [await createKey(), await createKey()];
        await createBucket(emulator().aws, "raw");
        const { s3 } = await sessionWith(emulator(), allow("s3:*", "*"), allow("kms:GenerateDataKey", mine));
        const encrypted = (SSEKMSKeyId: string): Promise<unknown> =>
            s3.send(new PutObjectCommand({ ...put, ServerSideEncryption: "aws:kms", SSEKMSKeyId }));
        await encrypted(mine);
        await assert.rejects(encrypted(other), { name: "AccessDenied" });
    });

    it("change their description", async () => {
        const KeyId = await createKey();
        const { kms } = emulator().aws;
        await kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: "of the sales bucket" }));
        const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
        assert.equal(KeyMetadata?.Description, "of the sales bucket");
    });

    it("change the key that their alias stands for", async () => {
        const [before, after] = [await createKey(), await createKey()];
        const { kms } = emulator().aws;
        const AliasName = "alias/sales";
        await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: before }));
        await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: after }));
        const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
        assert.equal(KeyMetadata?.Arn, after);
    });

    it("have an alias once", async () => {
        const alias = { AliasName: "alias/sales", TargetKeyId: await createKey() };
        const { kms } = emulator().aws;
        await kms.send(new CreateAliasCommand(alias));
        await assert.rejects(kms.send(new CreateAliasCommand(alias)), { name: "AlreadyExistsException" });
    });

    it("lose their alias without being lost", async () => {
        const KeyId = await createKey();
        const { kms } = emulator().aws;
        await kms.send(new CreateAliasCommand({ AliasName: "alias/sales", TargetKeyId: KeyId }));
        await kms.send(new DeleteAliasCommand({ AliasName: "alias/sales" }));
        const { Aliases } = await kms.send(new ListAliasesCommand({ KeyId }));
        assert.deepEqual(Aliases, []);
        await kms.send(new DescribeKeyCommand({ KeyId }));
    });

    it("have a policy that leaves the decision to the account, unless another one is put", async () => {
        const KeyId = await createKey();
        const { kms } = emulator().aws;
        const statement = async () => {
            const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
            return (JSON.parse(Policy!) as { Statement: object[] }).Statement[0];
        };
        const root = { AWS: "arn:aws:iam::123456789012:root" };
        const whole = { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" };
        assert.deepEqual(await statement(), { Sid: "Enable IAM User Permissions", ...whole });
        await kms.send(new PutKeyPolicyCommand({ KeyId, Policy: policyDocument(whole) }));
        assert.deepEqual(await statement(), whole);
    });

    it("list the grants of one grantee", async () => {
        const KeyId = await createKey();
        const { kms } = emulator().aws;
        const grantees = [
            await createRole(emulator().aws, "loader"),
            await createRole(emulator().aws, "other"),
        ];
        for (const GranteePrincipal of grantees) {
            await kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal, Operations: ["Decrypt"] }));
        }
        const [GranteePrincipal] = grantees;
        const { Grants } = await kms.send(new ListGrantsCommand({ KeyId, GranteePrincipal }));
        assert.deepEqual(
            Grants!.map((grant) => [grant.GranteePrincipal, grant.Operations]),
            [[GranteePrincipal, ["Decrypt"]]],
        );
    });

    it("wait for their deletion", async () => {
        const KeyId = await createKey();
        const { kms } = emulator().aws;
        await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
        const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
        assert.equal(KeyMetadata?.KeyState, "PendingDeletion");
    });
});
