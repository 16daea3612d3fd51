import assert from "node:assert/strict";
import { ModifyDBClusterParameterGroupCommand } from "@aws-sdk/client-rds";
import type { Emulator } from "../emulator/emulator";
import { start, trust } from "./fixture";
import { failureOf, unknown, type PluginClient, type Props } from "./pluginClient";

const Role = "aws:iam/role:Role";
const ClusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

describe("The stand-in for the AWS provider: rds.ClusterParameterGroup", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const roleArn = async () => (await plugin.create(Role, { assumeRolePolicy: trust })).state.arn as string;

    const family = "aurora-mysql8.0";
    const parameter = (name: string, value = "1", applyMethod = "immediate") => ({
        name,
        value,
        applyMethod,
    });
    const sorted = (parameters: unknown) =>
        (parameters as { name: string }[]).sort((one, other) => one.name.localeCompare(other.name));

    it("is made with what AWS says of it", async () => {
        const parameters = [{ name: "aws_default_s3_role", value: await roleArn() }];
        const { id, state } = await plugin.create(ClusterParameterGroup, { family, parameters });
        assert.match(id, /^it-[0-9a-f]{7}$/);
        assert.deepEqual(state, {
            arn: `arn:aws:rds:us-east-1:123456789012:cluster-pg:${id}`,
            description: "Managed by Pulumi",
            family,
            name: id,
            namePrefix: "",
            parameters: [{ ...parameters[0], applyMethod: "immediate" }],
            region: "us-east-1",
            tagsAll: {},
        });
    });

    it("is replaced for its name, family and description, and updated for the rest", async () => {
        const made = await plugin.create(ClusterParameterGroup, { family, parameters: [parameter("a")] });
        const plan = async (change: Props) => {
            const news = { family, parameters: [parameter("a")], ...change };
            const { differs, replaces } = await plugin.diff(ClusterParameterGroup, made, news);
            return [differs, replaces];
        };
        assert.deepEqual(await plan({ name: "other" }), [["name"], ["id", "name"]]);
        assert.deepEqual(await plan({ family: "aurora-mysql5.7" }), [["family"], ["family", "id"]]);
        assert.deepEqual(await plan({ description: "x" }), [["description"], ["description", "id"]]);
        assert.deepEqual(await plan({ parameters: [parameter("a", "2")] }), [["parameters"], []]);
        assert.deepEqual(await plan({ parameters: [parameter("a", "1", "pending-reboot")] }), [
            ["parameters"],
            [],
        ]);
        assert.deepEqual(await plan({ parameters: [parameter("a", unknown)] }), [["parameters"], []]);
        assert.deepEqual(await plan({ tags: { a: "1" } }), [["tags", "tagsAll"], []]);
    });

    it("takes its parameters as a set", async () => {
        const [one, two, three] = [parameter("a"), parameter("b"), parameter("c")];
        const made = await plugin.create(ClusterParameterGroup, { family, parameters: [one, two] });
        const paths = async (...parameters: Props[]) =>
            (await plugin.diff(ClusterParameterGroup, made, { family, parameters })).paths;
        assert.deepEqual(await paths(two, one), []);
        assert.deepEqual(await paths(one, two, three), ["parameters[2]"]);
        assert.deepEqual(await paths(two), ["parameters[0]"]);
    });

    it("sets many parameters, and gives back those that are no longer given", async () => {
        const many = Array.from({ length: 45 }, (_, index) => parameter(`p${index}`));
        const made = await plugin.create(ClusterParameterGroup, { family, parameters: many });
        assert.deepEqual(sorted(made.state.parameters), sorted(many));

        const few = [parameter("p0", "2"), ...many.slice(1, 3)];
        const news = { family, parameters: few, tags: { a: "1" } };
        const updated = await plugin.update(ClusterParameterGroup, made, news);
        assert.deepEqual(sorted(updated.state.parameters), sorted(few));
        assert.deepEqual(updated.state.tagsAll, { a: "1" });
    });

    it("is kept when its parameters are refused, and put right by the next update", async () => {
        const refused = [parameter("aurora_load_from_s3_role")];
        const error = await failureOf(plugin.create(ClusterParameterGroup, { family, parameters: refused }));
        assert.match(
            error.message,
            /RDS: ModifyDBClusterParameterGroup, .* InvalidParameterValue: Could not/,
        );
        const { id, state, reasons } = error.partial!;
        assert.deepEqual(reasons, [error.message]);
        assert.deepEqual([state.name, state.parameters], [id, []]);

        const partial = { id, inputs: { name: id }, state };
        const news = { name: id, family, parameters: [parameter("aws_default_s3_role")] };
        const { paths } = await plugin.diff(ClusterParameterGroup, partial, news);
        assert.deepEqual(paths, ["parameters"]);
        const right = await plugin.update(ClusterParameterGroup, partial, news);
        assert.deepEqual(right.state.parameters, news.parameters);
    });

    it("shows another's change after a refresh, is imported by its name and deleted twice", async () => {
        const made = await plugin.create(ClusterParameterGroup, { family, parameters: [parameter("a")] });
        const change = { ParameterName: "a", ParameterValue: "9", ApplyMethod: "immediate" as const };
        await aws.aws.rds.send(
            new ModifyDBClusterParameterGroupCommand({
                DBClusterParameterGroupName: made.id,
                Parameters: [change],
            }),
        );
        const drifted = (await plugin.refresh(ClusterParameterGroup, made))!;
        assert.deepEqual(drifted.state.parameters, [parameter("a", "9")]);
        const imported = (await plugin.import(ClusterParameterGroup, made.id))!;
        assert.deepEqual(imported.inputs, {
            __defaults: [],
            family,
            name: made.id,
            parameters: [parameter("a", "9")],
            region: "us-east-1",
        });

        await plugin.delete(ClusterParameterGroup, made);
        assert.equal(await plugin.refresh(ClusterParameterGroup, made), undefined);
        await plugin.delete(ClusterParameterGroup, made);
    });
});
