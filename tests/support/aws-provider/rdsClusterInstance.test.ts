import assert from "node:assert/strict";
import { start } from "./fixture";
import type { PluginClient, Props, Resource } from "./pluginClient";

const Cluster = "aws:rds/cluster:Cluster";
const ClusterInstance = "aws:rds/clusterInstance:ClusterInstance";

const engine = "aurora-mysql";
const given = { engine, masterUsername: "admin", masterPassword: "correct-horse", skipFinalSnapshot: true };

describe("The stand-in for the AWS provider: rds.ClusterInstance", () => {
    let plugin: PluginClient;
    before(async () => ({ plugin } = await start()));

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
