import assert from "node:assert/strict";
import {
    DeleteDBClusterCommand,
    DescribeDBClustersCommand,
    ModifyDBClusterCommand,
} from "@aws-sdk/client-rds";
import type { Emulator } from "../emulator/emulator";
import { another, environmentOf, start, trust } from "./fixture";
import { secret, unknown, type PluginClient, type Props } from "./pluginClient";
import { rewritingProxy } from "./rewritingProxy";

const Role = "aws:iam/role:Role";
const Cluster = "aws:rds/cluster:Cluster";
const ClusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

const engine = "aurora-mysql";
const given = { engine, masterUsername: "admin", masterPassword: "correct-horse", skipFinalSnapshot: true };

describe("The stand-in for the AWS provider: rds.Cluster", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const roleArn = async () => (await plugin.create(Role, { assumeRolePolicy: trust })).state.arn as string;

    const associated = async (DBClusterIdentifier: string) => {
        const found = await aws.aws.rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
        return found.DBClusters![0]!.AssociatedRoles!.map(({ RoleArn }) => RoleArn).sort();
    };

    it("is made with what AWS says of it", async () => {
        const { id, state } = await plugin.create(Cluster, { ...given, clusterIdentifier: "sales" });
        assert.equal(id, "sales");
        assert.match(state.endpoint as string, /^sales\.cluster-/);
        assert.match(state.clusterResourceId as string, /^cluster-/);
        const { arn, clusterIdentifier, engineVersion, engineVersionActual, port, region, iamRoles } = state;
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
        assert.deepEqual((await plugin.diff(Cluster, made, { ...given, iamRoles: [two, one] })).paths, []);

        const changed = await plugin.update(Cluster, made, { ...given, iamRoles: [three, two] });
        assert.deepEqual(changed.state.iamRoles, [three, two]);
        assert.deepEqual(await associated(made.id), [two, three].sort());

        const none = await plugin.update(Cluster, changed, { ...given, iamRoles: [] });
        assert.deepEqual([none.state.iamRoles, await associated(made.id)], [[], []]);
    });

    it("keeps a version that AWS completes as it was given", async () => {
        const proxy = await rewritingProxy(aws.endpoint, (answer) =>
            answer.replaceAll("<EngineVersion>8.0<", "<EngineVersion>8.0.mysql_aurora.3.10.0<"),
        );
        const completing = await another({ ...environmentOf(aws), AWS_ENDPOINT_URL: proxy.endpoint });
        const { state } = await completing.create(Cluster, { ...given, engineVersion: "8.0" });
        proxy.close();
        const { engineVersion, engineVersionActual } = state;
        assert.deepEqual([engineVersion, engineVersionActual], ["8.0", "8.0.mysql_aurora.3.10.0"]);
    });

    it("has the version that it waits for, unless that is applied at once", async () => {
        const made = await plugin.create(Cluster, { ...given, engineVersion: "8.0.mysql_aurora.3.10.0" });
        const newer = { ...given, engineVersion: "8.0.mysql_aurora.3.11.0" };
        const waiting = (await plugin.update(Cluster, made, newer)).state;
        assert.equal(waiting.engineVersion, newer.engineVersion);
        assert.equal(waiting.engineVersionActual, made.state.engineVersion);

        const applied = await plugin.update(Cluster, made, { ...newer, applyImmediately: true });
        assert.equal(applied.state.engineVersionActual, newer.engineVersion);
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
            [state.backupRetentionPeriod, state.tags, state.tagsAll, state.serverlessv2ScalingConfiguration],
            [7, { b: "2" }, { b: "2" }, capacity],
        );
    });

    it("takes back what is no longer given, but not what AWS would fill in", async () => {
        const protection = { deletionProtection: true, backupRetentionPeriod: 7 };
        const made = await plugin.create(Cluster, { ...given, ...protection });
        const { differs } = await plugin.diff(Cluster, made, given);
        assert.deepEqual(differs, ["deletionProtection"]);
        const { state } = await plugin.update(Cluster, made, given);
        assert.deepEqual([state.deletionProtection, state.backupRetentionPeriod], [false, 7]);
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
