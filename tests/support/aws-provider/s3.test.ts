import assert from "node:assert/strict";
import {
    DeleteBucketCommand,
    DeleteBucketPolicyCommand,
    GetBucketLocationCommand,
    PutBucketTaggingCommand,
    PutBucketVersioningCommand,
    PutObjectCommand,
} from "@aws-sdk/client-s3";
import type { Emulator } from "../emulator/emulator";
import { start } from "./fixture";
import type { PluginClient } from "./pluginClient";

const Bucket = "aws:s3/bucket:Bucket";
const BucketEncryption =
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";

describe("The stand-in for the AWS provider: S3", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    describe("Bucket", () => {
        it("is made with what the real provider says of it", async () => {
            const { id, inputs, state } = await plugin.create(Bucket, { tags: { owner: "me" } });
            assert.match(id, /^it-[0-9a-f]{7}$/);
            assert.deepEqual(state, {
                arn: `arn:aws:s3:::${id}`,
                bucket: id,
                bucketDomainName: `${id}.s3.amazonaws.com`,
                bucketPrefix: "",
                bucketRegion: "us-east-1",
                bucketRegionalDomainName: `${id}.s3.us-east-1.amazonaws.com`,
                forceDestroy: false,
                objectLockEnabled: false,
                region: "us-east-1",
                tags: { owner: "me" },
                tagsAll: { owner: "me" },
            });
            assert.equal(inputs.bucket, id);
        });

        it("has a small-letter name, whatever it is called in the program", async () => {
            const inputs = await plugin.check(Bucket, {}, { name: "Sales" });
            assert.match(inputs.bucket as string, /^sales-[0-9a-f]{7}$/);
        });

        it("is made in its own region, and imported from there", async () => {
            const made = await plugin.create(Bucket, { region: "eu-west-1", bucketPrefix: "abroad-" });
            const location = await aws.aws.s3.send(new GetBucketLocationCommand({ Bucket: made.id }));
            assert.equal(location.LocationConstraint, "eu-west-1");
            assert.equal(made.state.bucketRegionalDomainName, `${made.id}.s3.eu-west-1.amazonaws.com`);
            const imported = await plugin.import(Bucket, `${made.id}@eu-west-1`);
            assert.equal(imported!.id, made.id);
            assert.deepEqual({ ...imported!.state, forceDestroy: false }, made.state);
        });

        it("is replaced for its name and updated for tags", async () => {
            const made = await plugin.create(Bucket, {});

            const renamed = await plugin.diff(Bucket, made, { bucket: "other" });
            assert.deepEqual([renamed.differs, renamed.replaces], [["bucket"], ["bucket", "id"]]);
            const changed = await plugin.diff(Bucket, made, { tags: { a: "1" } });
            assert.deepEqual([changed.differs, changed.replaces], [["tags", "tagsAll"], []]);

            const updated = await plugin.update(Bucket, made, { tags: { a: "1" } });
            assert.deepEqual(updated.state.tagsAll, { a: "1" });
            assert.deepEqual((await plugin.update(Bucket, updated, {})).state.tagsAll, {});
        });

        it("shows tags of someone else's after a refresh", async () => {
            const made = await plugin.create(Bucket, { tags: { a: "1" } });
            const Tagging = { TagSet: [{ Key: "a", Value: "2" }] };
            await aws.aws.s3.send(new PutBucketTaggingCommand({ Bucket: made.id, Tagging }));
            assert.deepEqual((await plugin.refresh(Bucket, made))!.state.tags, { a: "2" });
        });

        it("is deleted with its objects only if told to", async () => {
            const kept = await plugin.create(Bucket, {});
            const forced = await plugin.create(Bucket, { forceDestroy: true });
            for (const made of [kept, forced]) {
                const VersioningConfiguration = { Status: "Enabled" as const };
                await aws.aws.s3.send(
                    new PutBucketVersioningCommand({ Bucket: made.id, VersioningConfiguration }),
                );
                await aws.aws.s3.send(new PutObjectCommand({ Bucket: made.id, Key: "a", Body: "1" }));
                await aws.aws.s3.send(new PutObjectCommand({ Bucket: made.id, Key: "a", Body: "2" }));
            }
            await assert.rejects(plugin.delete(Bucket, kept), /S3: DeleteBucket, .*, BucketNotEmpty: /);
            await plugin.delete(Bucket, forced);
            assert.equal(await plugin.refresh(Bucket, forced), undefined);
            await plugin.delete(Bucket, forced);
        });

        it("goes by its name in version 6 as well", async () => {
            const { id } = await plugin.create("aws:s3/bucketV2:BucketV2", { bucket: "version-six" });
            assert.equal(id, "version-six");
        });
    });

    describe("BucketPolicy", () => {
        const document = (bucket: string, Action: string) => ({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Principal: "*", Action, Resource: `arn:aws:s3:::${bucket}/*` }],
        });

        it("is made, read, changed, imported and deleted", async () => {
            const { id: bucket } = await plugin.create(Bucket, {});
            const policy = document(bucket, "s3:GetObject");
            const made = await plugin.create(BucketPolicy, { bucket, policy });
            assert.equal(made.id, bucket);
            assert.deepEqual(JSON.parse(made.state.policy as string), policy);
            const imported = await plugin.import(BucketPolicy, bucket);
            assert.deepEqual(JSON.parse(imported!.inputs.policy as string), policy);

            const news = { bucket, policy: document(bucket, "s3:PutObject") };
            const plan = await plugin.diff(BucketPolicy, made, news);
            assert.deepEqual([plan.differs, plan.replaces], [["policy"], []]);
            const changed = await plugin.update(BucketPolicy, made, news);
            assert.deepEqual(JSON.parse(changed.state.policy as string), news.policy);

            await plugin.delete(BucketPolicy, changed);
            assert.equal(await plugin.refresh(BucketPolicy, changed), undefined);
            await plugin.delete(BucketPolicy, changed);
        });

        it("is gone when its bucket is, or when someone took it off", async () => {
            const make = async () => {
                const { id: bucket } = await plugin.create(Bucket, {});
                return plugin.create(BucketPolicy, { bucket, policy: document(bucket, "s3:GetObject") });
            };
            const [one, other] = [await make(), await make()];
            await aws.aws.s3.send(new DeleteBucketPolicyCommand({ Bucket: one.id }));
            assert.equal(await plugin.refresh(BucketPolicy, one), undefined);
            await aws.aws.s3.send(new DeleteBucketCommand({ Bucket: other.id }));
            assert.equal(await plugin.refresh(BucketPolicy, other), undefined);
            await plugin.delete(BucketPolicy, other);
        });

        it("is replaced with its bucket", async () => {
            const { id: bucket } = await plugin.create(Bucket, {});
            const policy = document(bucket, "s3:GetObject");
            const made = await plugin.create(BucketPolicy, { bucket, policy });
            const plan = await plugin.diff(BucketPolicy, made, { bucket: "other", policy });
            assert.deepEqual([plan.differs, plan.replaces], [["bucket"], ["bucket", "id"]]);
        });
    });

    describe("BucketServerSideEncryptionConfiguration", () => {
        const rules = (kmsMasterKeyId: string) => [
            { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId } },
        ];

        it("is made, updated, found again and deleted", async () => {
            const { id: bucket } = await plugin.create(Bucket, {});
            const made = await plugin.create(BucketEncryption, { bucket, rules: rules("a") });
            assert.deepEqual([made.id, made.state.rules], [bucket, rules("a")]);
            const updated = await plugin.update(BucketEncryption, made, { bucket, rules: rules("b") });
            assert.deepEqual(updated.state.rules, rules("b"));
            assert.deepEqual((await plugin.import(BucketEncryption, bucket))?.state.rules, rules("b"));
            await plugin.delete(BucketEncryption, updated);
            // S3 then encrypts by its own default.
            const refreshed = await plugin.refresh(BucketEncryption, updated);
            assert.deepEqual(refreshed?.state.rules, [
                { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
            ]);
        });

        it("is replaced with its bucket and updated for its rules", async () => {
            const { id: bucket } = await plugin.create(Bucket, {});
            const made = await plugin.create(BucketEncryption, { bucket, rules: rules("a") });
            const moved = await plugin.diff(BucketEncryption, made, { bucket: "other", rules: rules("a") });
            assert.deepEqual(moved.replaces, ["bucket", "id"]);
            const rekeyed = await plugin.diff(BucketEncryption, made, { bucket, rules: rules("b") });
            assert.deepEqual([rekeyed.differs, rekeyed.replaces], [["rules"], []]);
        });
    });
});
