import assert from "node:assert/strict";
import {
    DeleteDBClusterCommand,
    DescribeDBClustersCommand,
    ModifyDBClusterCommand,
    ModifyDBClusterParameterGroupCommand,
} from "@aws-sdk/client-rds";
import type { Emulator } from "../emulator/emulator";
import { start, trust } from "./fixture";
import { failureOf, secret, unknown, type PluginClient, type Props, type Resource } from "./pluginClient";

const Role = "aws:iam/role:Role";
const Cluster = "aws:rds/cluster:Cluster";
const ClusterInstance = "aws:rds/clusterInstance:ClusterInstance";
const ClusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

const engine = "aurora-mysql";
const given = { engine, masterUsername: "admin", masterPassword: "correct-horse", skipFinalSnapshot: true };

describe("The stand-in for the AWS provider: RDS", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const roleArn = async () => (await plugin.create(Role, { assumeRolePolicy: trust })).state.arn as string;

    describe("ClusterParameterGroup", () => {
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
            const error = await failureOf(
                plugin.create(ClusterParameterGroup, { family, parameters: refused }),
            );
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

    describe("Cluster", () => {
        const associated = async (DBClusterIdentifier: string) => {
            const found = await aws.aws.rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
            return found.DBClusters![0]!.AssociatedRoles!.map(({ RoleArn }) => RoleArn).sort();
        };

        it("is made with what AWS says of it", async () => {
            const { id, state } = await plugin.create(Cluster, { ...given, clusterIdentifier: "sales" });
            assert.equal(id, "sales");
            assert.match(state.endpoint as string, /^sales\.cluster-/);
            assert.match(state.clusterResourceId as string, /^cluster-/);
            const { arn, clusterIdentifier, engineVersion, engineVersionActual, port, region, iamRoles } =
                state;
            assert.deepEqual(
                { arn, clusterIdentifier, engineVersion, engineVersionActual, port, region, iamRoles },
                {
                    arn: "arn:aws:rds:us-east-1:123456789012:cluster:sales",
                    clusterIdentifier: "sales",
                    engineVersion: "8.0.mysql_aurora.3.10.0",
                    engineVersionActual: "8.0.mysql_aurora.3.10.0",
                    port: 3306,
                    region: "us-east-1",
                    iamRoles: [],
                },
            );
        });

        it("has its name from the real provider, which is unknown before, or from a prefix", async () => {
            assert.equal((await plugin.previewCreate(Cluster, given)).clusterIdentifier, unknown);
            assert.match((await plugin.create(Cluster, given)).id, /^tf-\d{18}[0-9a-f]{8}$/);
            const prefixed = await plugin.create(Cluster, { ...given, clusterIdentifierPrefix: "app-" });
            assert.match(prefixed.id, /^app-\d{18}[0-9a-f]{8}$/);
        });

        it("keeps the master password secret, though nobody said so", async () => {
            const { inputs, state } = await plugin.create(Cluster, given);
            assert.deepEqual(inputs.masterPassword, secret("correct-horse"));
            assert.deepEqual(state.masterPassword, secret("correct-horse"));
        });

        it("is replaced for its identifier and engine, and updated for the rest", async () => {
            const { id: group } = await plugin.create(ClusterParameterGroup, { family: "aurora-mysql8.0" });
            const base = { ...given, dbClusterParameterGroupName: group };
            const made = await plugin.create(Cluster, base);
            const plan = async (change: Props) => {
                const { differs, replaces } = await plugin.diff(Cluster, made, { ...base, ...change });
                return [differs, replaces];
            };
            assert.deepEqual(await plan({ clusterIdentifier: "x" }), [
                ["clusterIdentifier"],
                ["clusterIdentifier", "id"],
            ]);
            assert.deepEqual(await plan({ engine: "aurora-postgresql" }), [["engine"], ["engine", "id"]]);
            assert.deepEqual(await plan({ engineVersion: "8.0.x" }), [["engineVersion"], []]);
            assert.deepEqual(await plan({ iamRoles: ["arn"] }), [["iamRoles"], []]);
            assert.deepEqual(await plan({ dbClusterParameterGroupName: "x" }), [
                ["dbClusterParameterGroupName"],
                [],
            ]);
            assert.deepEqual(await plan({ masterPassword: "x" }), [["masterPassword"], []]);
            assert.deepEqual(await plan({ tags: { a: "1" } }), [["tags", "tagsAll"], []]);
            assert.deepEqual((await plugin.diff(Cluster, made, given)).differs, []);
        });

        it("takes on roles and lets go of them", async () => {
            const [one, two, three] = [await roleArn(), await roleArn(), await roleArn()];
            const made = await plugin.create(Cluster, { ...given, iamRoles: [one, two] });
            assert.deepEqual(await associated(made.id), [one, two].sort());
            assert.deepEqual(
                (await plugin.diff(Cluster, made, { ...given, iamRoles: [two, one] })).paths,
                [],
            );

            const changed = await plugin.update(Cluster, made, { ...given, iamRoles: [three, two] });
            assert.deepEqual(changed.state.iamRoles, [three, two]);
            assert.deepEqual(await associated(made.id), [two, three].sort());

            const none = await plugin.update(Cluster, changed, { ...given, iamRoles: [] });
            assert.deepEqual([none.state.iamRoles, await associated(made.id)], [[], []]);
        });

        it("keeps the version as it was given, while the cluster has one of its kind", async () => {
            const made = await plugin.create(Cluster, { ...given, engineVersion: "8.0" });
            const newer = { ...given, engineVersion: "8.0.mysql_aurora.3.11.0" };
            const waiting = await plugin.update(Cluster, made, newer);
            assert.deepEqual(waiting.state.engineVersion, newer.engineVersion);
            assert.deepEqual(waiting.state.engineVersionActual, "8.0");

            const applied = await plugin.update(Cluster, made, { ...newer, applyImmediately: true });
            assert.deepEqual(applied.state.engineVersionActual, newer.engineVersion);
        });

        it("is updated in place, with its tags", async () => {
            const made = await plugin.create(Cluster, { ...given, tags: { a: "1" } });
            const capacity = { minCapacity: 0.5, maxCapacity: 4 };
            const news = { ...given, backupRetentionPeriod: 7, tags: { b: "2" }, applyImmediately: true };
            const { state } = await plugin.update(Cluster, made, {
                ...news,
                serverlessv2ScalingConfiguration: capacity,
            });
            assert.deepEqual(
                [
                    state.backupRetentionPeriod,
                    state.tags,
                    state.tagsAll,
                    state.serverlessv2ScalingConfiguration,
                ],
                [7, { b: "2" }, { b: "2" }, capacity],
            );
        });

        it("shows another's change after a refresh, and puts it right", async () => {
            const made = await plugin.create(Cluster, { ...given, backupRetentionPeriod: 3 });
            const change = { DBClusterIdentifier: made.id, BackupRetentionPeriod: 9, ApplyImmediately: true };
            await aws.aws.rds.send(new ModifyDBClusterCommand(change));
            const drifted = (await plugin.refresh(Cluster, made))!;
            assert.equal(drifted.state.backupRetentionPeriod, 9);
            const news = { ...given, backupRetentionPeriod: 3 };
            assert.deepEqual((await plugin.diff(Cluster, drifted, news)).paths, ["backupRetentionPeriod"]);
            assert.equal((await plugin.update(Cluster, drifted, news)).state.backupRetentionPeriod, 3);
        });

        it("is imported by its identifier, to be deleted without a snapshot", async () => {
            const { id, state } = await plugin.create(Cluster, given);
            const imported = (await plugin.import(Cluster, id))!;
            const { masterPassword, ...told } = state;
            assert.ok(masterPassword);
            assert.deepEqual(imported.state, told);
            assert.deepEqual((await plugin.diff(Cluster, imported, imported.inputs)).paths, []);
            assert.equal(imported.inputs.skipFinalSnapshot, true);
        });

        it("is not deleted without a snapshot, unless told so", async () => {
            const { skipFinalSnapshot, ...careful } = given;
            assert.ok(skipFinalSnapshot);
            const made = await plugin.create(Cluster, careful);
            await assert.rejects(
                plugin.delete(Cluster, made),
                /final_snapshot_identifier is required when skip_final_snapshot is false/,
            );
            await plugin.delete(Cluster, await plugin.update(Cluster, made, given));
            assert.equal(await plugin.refresh(Cluster, made), undefined);
        });

        it("is gone without a complaint when someone deleted it", async () => {
            const made = await plugin.create(Cluster, given);
            const request = { DBClusterIdentifier: made.id, SkipFinalSnapshot: true };
            await aws.aws.rds.send(new DeleteDBClusterCommand(request));
            assert.equal(await plugin.refresh(Cluster, made), undefined);
            await plugin.delete(Cluster, made);
        });
    });

    describe("ClusterInstance", () => {
        let cluster: Resource;
        before(async () => (cluster = await plugin.create(Cluster, given)));
        const instance = () => ({ engine, clusterIdentifier: cluster.id, instanceClass: "db.r6g.large" });

        it("is made in its cluster, with what AWS says of it", async () => {
            const { id, state } = await plugin.create(ClusterInstance, {
                ...instance(),
                identifier: "sales-1",
            });
            const { arn, clusterIdentifier, identifier, instanceClass, promotionTier, writer } = state;
            assert.deepEqual(
                { id, arn, clusterIdentifier, identifier, instanceClass, promotionTier, writer },
                {
                    id: "sales-1",
                    arn: "arn:aws:rds:us-east-1:123456789012:db:sales-1",
                    clusterIdentifier: cluster.id,
                    identifier: "sales-1",
                    instanceClass: "db.r6g.large",
                    promotionTier: 0,
                    writer: true,
                },
            );
        });

        it("is replaced for its identifier and cluster, and updated for the rest", async () => {
            const made = await plugin.create(ClusterInstance, instance());
            assert.match(made.id, /^tf-\d{18}[0-9a-f]{8}$/);
            const plan = async (change: Props) => {
                const { differs, replaces } = await plugin.diff(ClusterInstance, made, {
                    ...instance(),
                    ...change,
                });
                return [differs, replaces];
            };
            assert.deepEqual(await plan({}), [[], []]);
            assert.deepEqual(await plan({ identifier: "x" }), [["identifier"], ["id", "identifier"]]);
            assert.deepEqual(await plan({ clusterIdentifier: "x" }), [
                ["clusterIdentifier"],
                ["clusterIdentifier", "id"],
            ]);
            assert.deepEqual(await plan({ instanceClass: "x", tags: { a: "1" } }), [
                ["instanceClass", "tags", "tagsAll"],
                [],
            ]);

            const news = {
                ...instance(),
                instanceClass: "db.r6g.xlarge",
                applyImmediately: true,
                tags: { a: "1" },
            };
            const { state } = await plugin.update(ClusterInstance, made, news);
            assert.deepEqual([state.instanceClass, state.tagsAll], ["db.r6g.xlarge", { a: "1" }]);
        });

        it("is imported by its identifier and deleted twice", async () => {
            const made = await plugin.create(ClusterInstance, instance());
            const imported = (await plugin.import(ClusterInstance, made.id))!;
            const { forceDestroy, ...told } = made.state;
            assert.equal(forceDestroy, false);
            assert.deepEqual(imported.state, told);
            assert.deepEqual((await plugin.diff(ClusterInstance, imported, instance())).paths, []);

            await plugin.delete(ClusterInstance, made);
            assert.equal(await plugin.refresh(ClusterInstance, made), undefined);
            await plugin.delete(ClusterInstance, made);
        });
    });
});
