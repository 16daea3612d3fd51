import assert from "node:assert/strict";
import {
    AttachRolePolicyCommand,
    DeletePolicyCommand,
    GetRoleCommand,
    ListPolicyVersionsCommand,
    PutRolePolicyCommand,
    TagRoleCommand,
    UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { Emulator } from "../emulator/emulator";
import { documentFor, start, trust } from "./fixture";
import type { PluginClient, Props } from "./pluginClient";

const Policy = "aws:iam/policy:Policy";
const Role = "aws:iam/role:Role";
const RolePolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

describe("The stand-in for the AWS provider: IAM", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    describe("Policy", () => {
        const read = { policy: documentFor("s3:GetObject") };

        it("is made with what AWS says of it", async () => {
            const { id, state } = await plugin.create(Policy, {
                ...read,
                path: "/app/",
                tags: { owner: "me" },
            });
            assert.match(state.name as string, /^it-[0-9a-f]{7}$/);
            assert.match(state.policyId as string, /^A\w+$/);
            assert.deepEqual(state, {
                arn: `arn:aws:iam::123456789012:policy/app/${state.name as string}`,
                attachmentCount: 0,
                description: "",
                name: state.name,
                namePrefix: "",
                path: "/app/",
                policy: read.policy,
                policyId: state.policyId,
                tags: { owner: "me" },
                tagsAll: { owner: "me" },
            });
            assert.equal(id, state.arn);
        });

        it("is completed from a prefix with 26 characters that grow", async () => {
            const { state } = await plugin.create(Policy, { ...read, namePrefix: "app-" });
            assert.match(state.name as string, /^app-\d{18}[0-9a-f]{8}$/);
            assert.equal(state.namePrefix, "app-");
        });

        it("is replaced for its name, path and description, and updated for the rest", async () => {
            const made = await plugin.create(Policy, {
                ...read,
                description: "one",
                tags: { a: "1", b: "2" },
            });
            const plan = async (change: Props) => {
                const news = { ...read, description: "one", tags: { a: "1", b: "2" }, ...change };
                const { paths, replaces } = await plugin.diff(Policy, made, news);
                return [paths, replaces];
            };
            assert.deepEqual(await plan({}), [[], []]);
            assert.deepEqual(await plan({ name: "other" }), [["name"], ["id", "name"]]);
            assert.deepEqual(await plan({ path: "/x/" }), [["path"], ["id", "path"]]);
            assert.deepEqual(await plan({ description: "two" }), [["description"], ["description", "id"]]);
            assert.deepEqual(await plan({ policy: documentFor("s3:PutObject") }), [["policy"], []]);
            assert.deepEqual(await plan({ tags: { a: "3", c: "4" } }), [
                ["tags.a", "tags.b", "tags.c", "tagsAll.a", "tagsAll.b", "tagsAll.c"],
                [],
            ]);
        });

        it("takes documents that mean the same for the same", async () => {
            const document = (Statement: Props | Props[]) => ({ Version: "2012-10-17", Statement });
            const statement = { Effect: "Allow", Action: ["s3:Get*", "s3:List*"], Resource: "*" };
            const made = await plugin.create(Policy, { policy: JSON.stringify(document([statement])) });
            const plan = async (policy: Props) => (await plugin.diff(Policy, made, { policy })).paths;

            const reworded = { Resource: ["*"], Action: ["s3:List*", "s3:Get*"], Effect: "Allow" };
            assert.deepEqual(await plan(document(reworded)), []);
            assert.deepEqual(await plan(document({ ...reworded, Action: "s3:Get*" })), ["policy"]);
        });

        it("makes the changed document the default of at most five versions, without the oldest", async () => {
            let policy = await plugin.create(Policy, { policy: documentFor("s3:Get1") });
            for (const action of ["s3:Get2", "s3:Get3", "s3:Get4", "s3:Get5", "s3:Get6"]) {
                policy = await plugin.update(Policy, policy, { policy: documentFor(action) });
            }
            assert.equal(policy.state.policy, documentFor("s3:Get6"));
            const { Versions } = await aws.aws.iam.send(
                new ListPolicyVersionsCommand({ PolicyArn: policy.id }),
            );
            const versions = Versions!.map(({ VersionId, IsDefaultVersion }) => [
                VersionId,
                IsDefaultVersion,
            ]);
            assert.deepEqual(versions.sort(), [
                ["v2", false],
                ["v3", false],
                ["v4", false],
                ["v5", false],
                ["v6", true],
            ]);

            await plugin.delete(Policy, policy);
            assert.equal(await plugin.refresh(Policy, policy), undefined);
        });

        it("is refused by AWS in AWS's words, with the operation", async () => {
            const { state } = await plugin.create(Policy, read);
            await assert.rejects(
                plugin.create(Policy, { ...read, name: state.name! }),
                /^Error: operation error IAM: CreatePolicy, https response error StatusCode: 409, RequestID: \w+, EntityAlreadyExists: /,
            );
        });

        it("is imported by its ARN, with the inputs that make it", async () => {
            const given = { ...read, name: "imported", description: "why", path: "/app/", tags: { a: "1" } };
            const { id } = await plugin.create(Policy, given);
            const imported = await plugin.import(Policy, id);
            assert.deepEqual(imported!.inputs, { ...given, __defaults: [] });
            assert.deepEqual((await plugin.diff(Policy, imported!, given)).paths, []);
        });

        it("is gone without a complaint when someone deleted it", async () => {
            const policy = await plugin.create(Policy, read);
            await aws.aws.iam.send(new DeletePolicyCommand({ PolicyArn: policy.id }));
            assert.equal(await plugin.refresh(Policy, policy), undefined);
            await plugin.delete(Policy, policy);
        });
    });

    describe("Role", () => {
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

            await assert.rejects(plugin.delete(Role, kept), /IAM: DeleteRole, .*, DeleteConflict: /);
            await plugin.delete(Role, forced);
            await assert.rejects(aws.aws.iam.send(new GetRoleCommand({ RoleName: forced.id })), /not found/);
            await plugin.delete(Role, forced);
        });
    });

    describe("RolePolicyAttachment", () => {
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
});
