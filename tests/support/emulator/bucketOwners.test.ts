import { CreateKeyCommand } from "@aws-sdk/client-kms";
import {
    CreateBucketCommand,
    GetBucketEncryptionCommand,
    GetBucketLocationCommand,
    GetBucketPolicyCommand,
    HeadBucketCommand,
    ListObjectsV2Command,
    PutBucketEncryptionCommand,
    PutBucketPolicyCommand,
    type S3ServiceException,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { allow, createBucket, policyDocument, sessionWith, useEmulator } from "./builders";
import type { Clients } from "./clients";

const other = "210987654321";
const Bucket = "raw";

describe("An emulated bucket", () => {
    const emulator = useEmulator();

    /** The status of the answer, and the Region that it names. */
    async function head({ s3 }: Clients, ExpectedBucketOwner?: string): Promise<string> {
        const answer = await s3.send(new HeadBucketCommand({ Bucket, ExpectedBucketOwner })).then(
            ({ BucketRegion }) => ["200", BucketRegion],
            ({ $metadata, $response }: S3ServiceException) => [
                $metadata.httpStatusCode,
                $response!.headers["x-amz-bucket-region"],
            ],
        );
        return answer.join(" ").trim();
    }

    it("tells its Region also those who may not look into it", async () => {
        await createBucket(emulator().aws, Bucket);
        assert.equal(await head(emulator().aws), "200 us-east-1");
        assert.equal(await head(await sessionWith(emulator())), "403 us-east-1");
        assert.equal(await head(emulator().otherAccount(other)), "403 us-east-1");
    });

    it("that does not exist has no Region", async () => {
        assert.equal(await head(emulator().aws), "404");
    });

    it("is told from one of another owner", async () => {
        await createBucket(emulator().aws, Bucket);
        assert.equal(await head(emulator().aws, "123456789012"), "200 us-east-1");
        assert.equal(await head(emulator().aws, other), "403 us-east-1");
    });

    it("opens to another account by its policy", async () => {
        const { aws, otherAccount } = emulator();
        await createBucket(aws, Bucket);
        const Principal = { AWS: `arn:aws:iam::${other}:root` };
        const statement = { ...allow("s3:ListBucket", "arn:aws:s3:::raw"), Principal };
        await aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policyDocument(statement) }));
        assert.equal(await head(otherAccount(other)), "200 us-east-1");
        await assert.rejects(otherAccount(other).s3.send(new GetBucketPolicyCommand({ Bucket })), {
            name: "AccessDenied",
        });
    });

    it("of another Region redirects there, and answers there", async () => {
        const { aws, inRegion } = emulator();
        const LocationConstraint = "eu-west-1";
        await inRegion(LocationConstraint).s3.send(
            new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }),
        );
        assert.equal(await head(aws), "301 eu-west-1");
        assert.equal(await head(inRegion(LocationConstraint)), "200 eu-west-1");

        const { s3 } = await sessionWith(emulator(), allow("s3:*", "*"));
        await assert.rejects(s3.send(new ListObjectsV2Command({ Bucket })), { name: "PermanentRedirect" });
        const location = await s3.send(new GetBucketLocationCommand({ Bucket }));
        assert.equal(location.LocationConstraint, LocationConstraint);
    });

    it("is encrypted by Amazon S3 unless it is given a key", async () => {
        const { aws } = emulator();
        await createBucket(aws, Bucket);
        const encryption = async () => {
            const answer = await aws.s3.send(new GetBucketEncryptionCommand({ Bucket }));
            return answer.ServerSideEncryptionConfiguration!.Rules![0]!.ApplyServerSideEncryptionByDefault;
        };
        assert.deepEqual(await encryption(), { SSEAlgorithm: "AES256" });
        const KMSMasterKeyID = (await aws.kms.send(new CreateKeyCommand({}))).KeyMetadata!.Arn!;
        const rule = { SSEAlgorithm: "aws:kms" as const, KMSMasterKeyID };
        await aws.s3.send(
            new PutBucketEncryptionCommand({
                Bucket,
                ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: rule }] },
            }),
        );
        assert.deepEqual(await encryption(), rule);
    });

    it("shows its encryption to those who have the permission that Amazon S3 names", async () => {
        await createBucket(emulator().aws, Bucket);
        const ask = async (action: string) => {
            const { s3 } = await sessionWith(emulator(), allow(action, "arn:aws:s3:::raw"));
            return s3.send(new GetBucketEncryptionCommand({ Bucket }));
        };
        await ask("s3:GetEncryptionConfiguration");
        await assert.rejects(ask("s3:ListBucket"), { name: "AccessDenied" });
    });
});
