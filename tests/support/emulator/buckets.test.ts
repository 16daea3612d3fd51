import {
    DeleteBucketCommand,
    DeleteBucketPolicyCommand,
    DeleteObjectCommand,
    GetBucketPolicyCommand,
    GetBucketTaggingCommand,
    HeadBucketCommand,
    PutBucketPolicyCommand,
    PutBucketTaggingCommand,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import {
    allow,
    createBucket,
    isForbidden,
    policyDocument,
    readObject,
    sessionWith,
    useEmulator,
} from "./builders";

const Bucket = "sales";
const denyAll = { Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::sales/*" };

describe("Emulated S3 buckets", () => {
    const emulator = useEmulator();

    it("cannot be deleted before their objects", async () => {
        await createBucket(emulator().aws, Bucket, "key");
        const { s3 } = emulator().aws;
        await assert.rejects(s3.send(new DeleteBucketCommand({ Bucket })), { name: "BucketNotEmpty" });
        await s3.send(new DeleteObjectCommand({ Bucket, Key: "key" }));
        await s3.send(new DeleteBucketCommand({ Bucket }));
        await assert.rejects(s3.send(new HeadBucketCommand({ Bucket })), { name: "NotFound" });
    });

    it("hold tags", async () => {
        await createBucket(emulator().aws, Bucket);
        const { s3 } = emulator().aws;
        await assert.rejects(s3.send(new GetBucketTaggingCommand({ Bucket })), { name: "NoSuchTagSet" });
        const TagSet = [{ Key: "team", Value: "sales" }];
        await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
        assert.deepEqual((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet, TagSet);
    });

    it("hold a policy until it is deleted", async () => {
        await createBucket(emulator().aws, Bucket);
        const { s3 } = emulator().aws;
        const document = policyDocument(denyAll);
        await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: document }));
        const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
        assert.deepEqual(JSON.parse(Policy!), JSON.parse(document));
        await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
        await assert.rejects(s3.send(new GetBucketPolicyCommand({ Bucket })), { name: "NoSuchBucketPolicy" });
    });

    it("refuse with their policy what a role's policy allows", async () => {
        await createBucket(emulator().aws, Bucket, "key");
        const { s3 } = emulator().aws;
        const session = await sessionWith(emulator(), allow("s3:GetObject", "*"));
        assert.equal(await readObject(session, Bucket, "key"), "key");
        await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policyDocument(denyAll) }));
        await assert.rejects(readObject(session, Bucket, "key"), isForbidden);
    });

    const { Principal, ...withoutPrincipal } = denyAll;
    const malformed = [
        ["is no JSON", "{", "Policies must be valid JSON and the first byte must be '{'"],
        ["names no principal", policyDocument(withoutPrincipal), "Missing required field Principal"],
        [
            "is about another bucket",
            policyDocument({ ...withoutPrincipal, Principal, Resource: "arn:aws:s3:::sales2/*" }),
            "Policy has invalid resource",
        ],
    ] as const;
    for (const [what, Policy, message] of malformed) {
        it(`refuse a policy that ${what}`, async () => {
            await createBucket(emulator().aws, Bucket);
            const put = emulator().aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
            await assert.rejects(put, { name: "MalformedPolicy", message });
        });
    }
});
