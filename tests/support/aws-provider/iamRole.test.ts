import assert from "node:assert/strict";
import {
    AttachRolePolicyCommand,
    GetRoleCommand,
    PutRolePolicyCommand,
    TagRoleCommand,
    UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { Emulator } from "../emulator/emulator";
import { documentFor, start, trust } from "./fixture";
import type { PluginClient, Props } from "./pluginClient";

const Policy = "aws:iam/policy:Policy";
const Role = "aws:iam/role:Role";

describe("The stand-in for the AWS provider: iam.Role", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const role = { assumeRolePolicy: trust };

    it("is made with what AWS says of it", async () => {
        const { id, state } = await plugin.create(Role, { ...role, description: "for Aurora" });
        assert.match(state.uniqueId as string, /^AROA\w+$/);
        assert.match(state.createDate as string, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        assert.deepEqual(state, {
            arn: `arn:aws:iam::123456789012:role/${id}`,
            assumeRolePolicy: trust,
            createDate: state.createDate,
            description: "for Aurora",
            forceDetachPolicies: false,
            inlinePolicies: [],
            managedPolicyArns: [],
            maxSessionDuration: 3600,
            name: id,
            namePrefix: "",
            path: "/",
            tagsAll: {},
            uniqueId: state.uniqueId,
        });
    });

    it("is replaced for its name and path, and updated for the rest", async () => {
        const made = await plugin.create(Role, role);
        const plan = async (change: Props) => {
            const { differs, replaces } = await plugin.diff(Role, made, { ...role, ...change });
            return [differs, replaces];
        };
        const boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
        assert.deepEqual(await plan({ name: "other" }), [["name"], ["id", "name"]]);
        assert.deepEqual(await plan({ path: "/x/" }), [["path"], ["id", "path"]]);
        assert.deepEqual(await plan({ assumeRolePolicy: "{}" }), [["assumeRolePolicy"], []]);
        assert.deepEqual(await plan({ description: "two" }), [["description"], []]);
        assert.deepEqual(await plan({ maxSessionDuration: 7200 }), [["maxSessionDuration"], []]);
        assert.deepEqual(await plan({ permissionsBoundary: boundary }), [["permissionsBoundary"], []]);
        assert.deepEqual(await plan({ tags: { a: "1" } }), [["tags", "tagsAll"], []]);
    });

    it("is updated in place, and back", async () => {
        const changes = {
            assumeRolePolicy: trust.replace("rds.", "ec2."),
            description: "changed",
            maxSessionDuration: 7200,
            permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
            tags: { a: "1" },
        };
        const made = await plugin.create(Role, role);
        const changed = await plugin.update(Role, made, changes);
        const { assumeRolePolicy, description, maxSessionDuration, permissionsBoundary, tags } =
            changed.state;
        assert.deepEqual(
            { assumeRolePolicy, description, maxSessionDuration, permissionsBoundary, tags },
            changes,
        );

        const back = await plugin.update(Role, changed, role);
        assert.deepEqual({ ...back.state, tags: {} }, { ...made.state, tags: {} });
    });

    it("is shown as it is now by a refresh, and put right by the next update", async () => {
        const made = await plugin.create(Role, { ...role, tags: { a: "1" } });
        const other = trust.replace("rds.", "ec2.");
        const { iam } = aws.aws;
        await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: made.id, PolicyDocument: other }));
        await iam.send(new TagRoleCommand({ RoleName: made.id, Tags: [{ Key: "b", Value: "2" }] }));

        const drifted = (await plugin.refresh(Role, made))!;
        assert.deepEqual(JSON.parse(drifted.state.assumeRolePolicy as string), JSON.parse(other));
        assert.deepEqual(drifted.inputs.tags, { a: "1", b: "2" });
        const { paths } = await plugin.diff(Role, drifted, { ...role, tags: { a: "1" } });
        assert.deepEqual(paths, ["assumeRolePolicy", "tags.b", "tagsAll.b"]);

        const right = await plugin.update(Role, drifted, { ...role, tags: { a: "1" } });
        assert.deepEqual(right.state, made.state);
    });

    it("keeps its policies from being lost, unless told to detach them", async () => {
        const { id } = await plugin.create(Policy, { policy: documentFor("s3:GetObject") });
        const kept = await plugin.create(Role, role);
        const forced = await plugin.create(Role, { ...role, forceDetachPolicies: true });
        for (const RoleName of [kept.id, forced.id]) {
            await aws.aws.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: id }));
            const inline = {
                RoleName,
                PolicyName: "inline",
                PolicyDocument: documentFor("s3:PutObject"),
            };
            await aws.aws.iam.send(new PutRolePolicyCommand(inline));
        }

        await assert.rejects(plugin.delete(Role, kept, 1), /IAM: DeleteRole, .*, DeleteConflict: /);
        await plugin.delete(Role, forced);
        await assert.rejects(
            aws.aws.iam.send(new GetRoleCommand({ RoleName: forced.id })),
            /cannot be found/,
        );
        await plugin.delete(Role, forced);
    });
});
