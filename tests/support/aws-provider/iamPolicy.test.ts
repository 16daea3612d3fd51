import assert from "node:assert/strict";
import { DeletePolicyCommand, ListPolicyVersionsCommand } from "@aws-sdk/client-iam";
import type { Emulator } from "../emulator/emulator";
import { documentFor, start } from "./fixture";
import type { PluginClient, Props } from "./pluginClient";

const Policy = "aws:iam/policy:Policy";

describe("The stand-in for the AWS provider: iam.Policy", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

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
        const { Versions } = await aws.aws.iam.send(new ListPolicyVersionsCommand({ PolicyArn: policy.id }));
        const versions = Versions!.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion]);
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
