import assert from "node:assert/strict";
import { documentFor, start, trust } from "./fixture";
import type { PluginClient } from "./pluginClient";

const Policy = "aws:iam/policy:Policy";
const Role = "aws:iam/role:Role";
const RolePolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

describe("The stand-in for the AWS provider: iam.RolePolicyAttachment", () => {
    let plugin: PluginClient;
    before(async () => ({ plugin } = await start()));

    const make = async () => {
        const role = await plugin.create(Role, { assumeRolePolicy: trust });
        const policy = await plugin.create(Policy, { policy: documentFor("s3:GetObject") });
        return plugin.create(RolePolicyAttachment, { role: role.id, policyArn: policy.id });
    };

    it("is made, imported by role/policyArn and deleted twice", async () => {
        const { id, inputs } = await make();
        const { role, policyArn } = inputs;
        assert.equal(id, `${role as string}/${policyArn as string}`);
        const imported = (await plugin.import(RolePolicyAttachment, id))!;
        assert.deepEqual(imported.state, { role, policyArn });
        assert.deepEqual(imported.inputs, { role, policyArn, __defaults: [] });

        await plugin.delete(RolePolicyAttachment, imported);
        assert.equal(await plugin.refresh(RolePolicyAttachment, imported), undefined);
        await plugin.delete(RolePolicyAttachment, imported);
    });

    it("deletes the old one before it makes the new one", async () => {
        const made = await make();
        for (const name of ["role", "policyArn"]) {
            const plan = await plugin.diff(RolePolicyAttachment, made, {
                ...made.inputs,
                [name]: "other",
            });
            assert.deepEqual(plan, {
                differs: [name],
                paths: [name],
                replaces: ["id", name].sort(),
                deletesFirst: true,
            });
        }
    });

    it("says what an id looks like", async () => {
        await assert.rejects(
            plugin.import(RolePolicyAttachment, "role"),
            /unexpected format of ID \("role"\), expected <role-name>\/<policy_arn>/,
        );
    });
});
