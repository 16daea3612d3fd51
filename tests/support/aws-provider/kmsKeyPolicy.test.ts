import { GetKeyPolicyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import assert from "node:assert/strict";
import type { Emulator } from "../emulator/emulator";
import { start } from "./fixture";
import type { PluginClient } from "./pluginClient";

const Key = "aws:kms/key:Key";
const KeyPolicy = "aws:kms/keyPolicy:KeyPolicy";

const owner = {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
};
const partner = {
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::210987654321:root" },
    Action: "kms:Decrypt",
    Resource: "*",
};
const document = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("The stand-in for the AWS provider: KMS: KeyPolicy", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    async function policyOf(KeyId: string): Promise<unknown> {
        const request = { KeyId, PolicyName: "default" };
        const { Policy } = await aws.aws.kms.send(new GetKeyPolicyCommand(request));
        return JSON.parse(Policy!);
    }

    it("is put on the key, changed, imported, and the default one again when deleted", async () => {
        const { id: keyId } = await plugin.create(Key, {});
        const policy = document(owner, partner);
        const made = await plugin.create(KeyPolicy, { keyId, policy });
        assert.equal(made.id, keyId);
        assert.deepEqual(made.state, {
            bypassPolicyLockoutSafetyCheck: false,
            keyId,
            policy,
            region: "us-east-1",
        });
        assert.deepEqual(await policyOf(keyId), JSON.parse(policy));
        assert.deepEqual((await plugin.import(KeyPolicy, keyId))!.inputs.policy, policy);

        const news = { keyId, policy: document(owner) };
        const plan = await plugin.diff(KeyPolicy, made, news);
        assert.deepEqual([plan.differs, plan.replaces], [["policy"], []]);
        const changed = await plugin.update(KeyPolicy, made, news);
        assert.deepEqual(await policyOf(keyId), JSON.parse(news.policy));

        await plugin.delete(KeyPolicy, changed);
        assert.deepEqual(await policyOf(keyId), {
            Id: "default",
            Version: "2012-10-17",
            Statement: [owner],
        });
    });

    it("is compared by its meaning", async () => {
        const { id: keyId } = await plugin.create(Key, {});
        const made = await plugin.create(KeyPolicy, { keyId, policy: document(owner, partner) });
        const same = { keyId, policy: document(partner, { ...owner, Action: ["kms:*"] }) };
        assert.deepEqual((await plugin.diff(KeyPolicy, made, same)).paths, []);
    });

    it("shows another's change after a refresh", async () => {
        const key = await plugin.create(Key, {});
        const made = await plugin.create(KeyPolicy, { keyId: key.id, policy: document(owner, partner) });
        await plugin.update(Key, key, { policy: document(owner) });
        const drifted = (await plugin.refresh(KeyPolicy, made))!;
        assert.equal(drifted.state.policy, document(owner));
    });

    it("is left on the key when it may lock everyone out", async () => {
        const { id: keyId } = await plugin.create(Key, {});
        const policy = document(partner);
        const given = { keyId, policy, bypassPolicyLockoutSafetyCheck: true };
        await plugin.delete(KeyPolicy, await plugin.create(KeyPolicy, given));
        assert.deepEqual(await policyOf(keyId), JSON.parse(policy));
    });

    it("is gone with its key", async () => {
        const { id: keyId } = await plugin.create(Key, {});
        const made = await plugin.create(KeyPolicy, { keyId, policy: document(owner) });
        await aws.aws.kms.send(new ScheduleKeyDeletionCommand({ KeyId: keyId }));
        assert.equal(await plugin.refresh(KeyPolicy, made), undefined);
        await plugin.delete(KeyPolicy, made);
    });
});
