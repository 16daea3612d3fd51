import assert from "node:assert/strict";
import { DeleteAliasCommand, DescribeKeyCommand, UpdateKeyDescriptionCommand } from "@aws-sdk/client-kms";
import type { Emulator } from "../emulator/emulator";
import { start } from "./fixture";
import type { PluginClient } from "./pluginClient";

const Key = "aws:kms/key:Key";
const Alias = "aws:kms/alias:Alias";

describe("The stand-in for the AWS provider: KMS", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    describe("Key", () => {
        it("is made with what AWS says of it", async () => {
            const { id, state } = await plugin.create(Key, {
                description: "for the bucket",
                tags: { a: "1" },
            });
            assert.match(id, /^[0-9a-f-]{36}$/);
            assert.equal((JSON.parse(state.policy as string) as { Id: string }).Id, "key-default-1");
            assert.deepEqual(state, {
                arn: `arn:aws:kms:us-east-1:123456789012:key/${id}`,
                bypassPolicyLockoutSafetyCheck: false,
                customerMasterKeySpec: "SYMMETRIC_DEFAULT",
                description: "for the bucket",
                enableKeyRotation: false,
                isEnabled: true,
                keyId: id,
                keyUsage: "ENCRYPT_DECRYPT",
                multiRegion: false,
                policy: state.policy,
                region: "us-east-1",
                tags: { a: "1" },
                tagsAll: { a: "1" },
            });
        });

        it("is updated in place", async () => {
            const made = await plugin.create(Key, { description: "one", tags: { a: "1" } });
            const news = { description: "two", enableKeyRotation: true, isEnabled: true, tags: { b: "2" } };
            const plan = await plugin.diff(Key, made, news);
            assert.deepEqual(plan.differs, ["description", "enableKeyRotation", "tags", "tagsAll"]);
            assert.deepEqual(plan.replaces, []);

            const { state } = await plugin.update(Key, made, news);
            const { description, enableKeyRotation, isEnabled, tags } = state;
            assert.deepEqual({ description, enableKeyRotation, isEnabled, tags }, news);
        });

        it("is disabled and enabled", async () => {
            const made = await plugin.create(Key, { isEnabled: false });
            assert.equal(made.state.isEnabled, false);
            assert.equal((await plugin.update(Key, made, { isEnabled: true })).state.isEnabled, true);
        });

        it("keeps a description that the program leaves out", async () => {
            const made = await plugin.create(Key, { description: "one" });
            assert.deepEqual((await plugin.diff(Key, made, {})).paths, []);
        });

        it("shows another's change after a refresh", async () => {
            const made = await plugin.create(Key, { description: "one" });
            const change = { KeyId: made.id, Description: "two" };
            await aws.aws.kms.send(new UpdateKeyDescriptionCommand(change));
            const drifted = (await plugin.refresh(Key, made))!;
            assert.equal(drifted.state.description, "two");
            assert.deepEqual((await plugin.diff(Key, drifted, { description: "one" })).paths, [
                "description",
            ]);
        });

        it("is gone once its deletion is scheduled", async () => {
            const made = await plugin.create(Key, { deletionWindowInDays: 7 });
            await plugin.delete(Key, made);
            const { KeyMetadata } = await aws.aws.kms.send(new DescribeKeyCommand({ KeyId: made.id }));
            assert.equal(KeyMetadata!.KeyState, "PendingDeletion");
            assert.equal(await plugin.refresh(Key, made), undefined);
            await plugin.delete(Key, made);
        });
    });

    describe("Alias", () => {
        it("is made for a key, by its ARN or its id", async () => {
            const key = await plugin.create(Key, {});
            for (const targetKeyId of [key.state.arn!, key.id]) {
                const { id, state } = await plugin.create(Alias, { targetKeyId });
                assert.match(id, /^alias\/it-[0-9a-f]{7}$/);
                assert.deepEqual(state, {
                    arn: `arn:aws:kms:us-east-1:123456789012:${id}`,
                    name: id,
                    namePrefix: "",
                    region: "us-east-1",
                    targetKeyArn: key.state.arn,
                    targetKeyId,
                });
            }
        });

        it("is replaced for its name, and updated for its target", async () => {
            const [one, other] = [await plugin.create(Key, {}), await plugin.create(Key, {})];
            const made = await plugin.create(Alias, { targetKeyId: one.id });
            const renamed = await plugin.diff(Alias, made, { name: "alias/other", targetKeyId: one.id });
            assert.deepEqual([renamed.differs, renamed.replaces], [["name"], ["id", "name"]]);

            const aimed = await plugin.diff(Alias, made, { targetKeyId: other.id });
            assert.deepEqual([aimed.differs, aimed.replaces], [["targetKeyId"], []]);
            const { state } = await plugin.update(Alias, made, { targetKeyId: other.id });
            assert.equal(state.targetKeyArn, other.state.arn);
        });

        it("is imported by its name, and gone when someone deleted it", async () => {
            const key = await plugin.create(Key, {});
            const made = await plugin.create(Alias, { name: "alias/imported", targetKeyId: key.id });
            const imported = (await plugin.import(Alias, "alias/imported"))!;
            assert.deepEqual(imported.state, made.state);
            assert.deepEqual(imported.inputs, { ...made.inputs, region: "us-east-1", __defaults: [] });

            await aws.aws.kms.send(new DeleteAliasCommand({ AliasName: made.id }));
            assert.equal(await plugin.refresh(Alias, made), undefined);
            await plugin.delete(Alias, made);
        });
    });
});
