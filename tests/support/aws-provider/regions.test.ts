import assert from "node:assert/strict";
import { DescribeDBClusterParameterGroupsCommand, DescribeDBClustersCommand } from "@aws-sdk/client-rds";
import { inRegion } from "../emulator/clients";
import type { Emulator } from "../emulator/emulator";
import { start, trust } from "./fixture";
import type { PluginClient, Props, Resource } from "./pluginClient";

const Role = "aws:iam/role:Role";
const Cluster = "aws:rds/cluster:Cluster";
const ClusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const ClusterRoleAssociation = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation";

/**
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/guides/enhanced-region-support.html.markdown, and what version 6 of that
 * provider does in `internal/provider/sdkv2/region.go`.
 */
describe("The stand-in for the AWS provider: the Region of a resource", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const family = "aurora-mysql8.0";
    const makeCluster = (region?: string) =>
        plugin.create(Cluster, {
            engine: "aurora-mysql",
            masterUsername: "admin",
            masterPassword: "correct-horse",
            skipFinalSnapshot: true,
            ...(region && { region }),
        });
    const west = (given: Props): Props => ({ ...given, region: "us-west-2" });
    const makeAssociation = async () => {
        const [cluster, role] = [
            await makeCluster("us-west-2"),
            await plugin.create(Role, { assumeRolePolicy: trust }),
        ];
        const given = west({ dbClusterIdentifier: cluster.id, roleArn: role.state.arn! });
        return { cluster, given, made: await plugin.create(ClusterRoleAssociation, given) };
    };
    const rolesIn = async (region: string, DBClusterIdentifier: string) => {
        const { rds } = inRegion(aws, region);
        const { DBClusters } = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
        return DBClusters![0]!.AssociatedRoles!.map(({ RoleArn }) => RoleArn);
    };

    it("is where a cluster has its role, from which it is read, imported and deleted", async () => {
        const { cluster, given, made } = await makeAssociation();
        assert.deepEqual(made.state, { ...given, featureName: "" });
        assert.deepEqual(await rolesIn("us-west-2", cluster.id), [given.roleArn]);
        assert.deepEqual((await plugin.refresh(ClusterRoleAssociation, made))?.state, made.state);
        const imported = await plugin.import(ClusterRoleAssociation, `${made.id}@us-west-2`);
        assert.deepEqual([imported?.id, imported?.state], [made.id, made.state]);
        assert.equal(await plugin.import(ClusterRoleAssociation, made.id), undefined);
        await plugin.delete(ClusterRoleAssociation, made);
        assert.deepEqual(await rolesIn("us-west-2", cluster.id), []);
    });

    it("is where a parameter group is, which may have a name that another has elsewhere", async () => {
        const given = { name: "regional", family };
        await plugin.create(ClusterParameterGroup, given);
        const second = await plugin.create(ClusterParameterGroup, west(given));
        assert.equal(second.state.arn, "arn:aws:rds:us-west-2:123456789012:cluster-pg:regional");
        assert.deepEqual((await plugin.refresh(ClusterParameterGroup, second))?.state, second.state);
        await plugin.delete(ClusterParameterGroup, second);
        const described = { DBClusterParameterGroupName: "regional" };
        await aws.aws.rds.send(new DescribeDBClusterParameterGroupsCommand(described));
        await assert.rejects(
            inRegion(aws, "us-west-2").rds.send(new DescribeDBClusterParameterGroupsCommand(described)),
            { name: "DBParameterGroupNotFoundFault" },
        );
    });

    const differences = async (type: string, old: Resource, news: Props) => {
        const { differs, replaces } = await plugin.diff(type, old, news);
        return { differs, replaces };
    };
    const nothing = { differs: [], replaces: [] };
    const replaced = { differs: ["region"], replaces: ["id", "region"] };

    for (const [type, given] of [
        [ClusterParameterGroup, { family }],
        [Cluster, { engine: "aurora-mysql", masterUsername: "admin", masterPassword: "correct-horse" }],
    ] as const) {
        describe(`of ${type.split(":").at(-1)}`, () => {
            it("replaces it when it changes, but not where it is the provider's, or is left out", async () => {
                const here = await plugin.create(type, given);
                assert.equal(here.state.region, "us-east-1");
                assert.deepEqual(await differences(type, here, { ...given, region: "us-east-1" }), nothing);
                assert.deepEqual(await differences(type, here, west(given)), replaced);
                const there = await plugin.create(type, west(given));
                assert.deepEqual(await differences(type, there, { ...given, region: "us-east-1" }), replaced);
                assert.deepEqual(await differences(type, there, given), nothing);
            });

            it("is the provider's in a state that does not tell it", async () => {
                const made = await plugin.create(type, given);
                const state = { ...made.state };
                delete state.region;
                const old = { ...made, state };
                assert.deepEqual(await differences(type, old, given), nothing);
                const named = await differences(type, old, { ...given, region: "us-east-1" });
                assert.deepEqual(named, { differs: ["region"], replaces: [] });
                assert.deepEqual(await differences(type, old, west(given)), replaced);
                assert.deepEqual((await plugin.refresh(type, old))?.state.region, "us-east-1");
            });
        });
    }

    it("is in the partition of the provider", async () => {
        assert.deepEqual(await plugin.mistakes(ClusterParameterGroup, { family, region: "cn-north-1" }), {
            region: "partition (aws-cn) for per-resource Region (cn-north-1) is not the provider's configured partition (aws)",
        });
    });
});
