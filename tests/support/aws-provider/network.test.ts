import assert from "node:assert/strict";
import { DescribeRouteTablesCommand, DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import type { Emulator } from "../emulator/emulator";
import { start } from "./fixture";
import type { PluginClient, Resource } from "./pluginClient";

const Vpc = "aws:ec2/vpc:Vpc";
const Subnet = "aws:ec2/subnet:Subnet";
const VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
const SubnetGroup = "aws:rds/subnetGroup:SubnetGroup";

describe("The stand-in for the AWS provider: the network of a cluster", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const vpcGiven = { cidrBlock: "10.90.0.0/24", tags: { owner: "me" } };
    let vpc: Resource;
    before(async () => (vpc = await plugin.create(Vpc, vpcGiven)));

    const subnetGiven = (index: number, zone: string) => ({
        vpcId: vpc.id,
        cidrBlock: `10.90.0.${index * 64}/26`,
        availabilityZone: `us-east-1${zone}`,
    });
    const endpointGiven = () => ({
        vpcId: vpc.id,
        serviceName: "com.amazonaws.us-east-1.s3",
        routeTableIds: [vpc.state.mainRouteTableId],
    });

    it("has a VPC with the parts that AWS gives each one", () => {
        const { mainRouteTableId, defaultSecurityGroupId, ...state } = vpc.state;
        assert.match(mainRouteTableId as string, /^rtb-/);
        assert.match(defaultSecurityGroupId as string, /^sg-/);
        assert.deepEqual(state, {
            arn: `arn:aws:ec2:us-east-1:123456789012:vpc/${vpc.id}`,
            cidrBlock: "10.90.0.0/24",
            ownerId: "123456789012",
            region: "us-east-1",
            tags: { owner: "me" },
            tagsAll: { owner: "me" },
        });
    });

    it("has subnets and a gateway endpoint, to which the route table leads", async () => {
        const subnet = await plugin.create(Subnet, subnetGiven(0, "a"));
        const { vpcId, cidrBlock, availabilityZone } = subnet.state;
        assert.deepEqual({ vpcId, cidrBlock, availabilityZone }, subnetGiven(0, "a"));

        const endpoint = await plugin.create(VpcEndpoint, endpointGiven());
        assert.equal(endpoint.state.vpcEndpointType, "Gateway");
        const RouteTableIds = [vpc.state.mainRouteTableId as string];
        const { RouteTables } = await aws.aws.ec2.send(new DescribeRouteTablesCommand({ RouteTableIds }));
        assert.ok(RouteTables![0]!.Routes!.some(({ GatewayId }) => GatewayId === endpoint.id));

        const without = await plugin.update(VpcEndpoint, endpoint, { ...endpointGiven(), routeTableIds: [] });
        assert.deepEqual(without.state.routeTableIds, []);
        await plugin.delete(VpcEndpoint, endpoint);
        await plugin.delete(Subnet, subnet);
    });

    it("has a subnet group", async () => {
        const subnets = [
            await plugin.create(Subnet, subnetGiven(0, "a")),
            await plugin.create(Subnet, subnetGiven(1, "b")),
        ];
        const subnetIds = subnets.map(({ id }) => id).sort();
        const group = await plugin.create(SubnetGroup, { name: "private", subnetIds });
        assert.deepEqual([group.id, group.state.vpcId], ["private", vpc.id]);
        assert.deepEqual([...(group.state.subnetIds as string[])].sort(), subnetIds);
        await plugin.delete(SubnetGroup, group);
        assert.equal(await plugin.refresh(SubnetGroup, group), undefined);
        for (const each of subnets) await plugin.delete(Subnet, each);
    });

    it("is replaced for what AWS cannot change, and updated for tags", async () => {
        const subnet = await plugin.create(Subnet, subnetGiven(0, "a"));
        const { differs, replaces } = await plugin.diff(Subnet, subnet, {
            ...subnetGiven(0, "b"),
            tags: { a: "1" },
        });
        assert.deepEqual(differs, ["availabilityZone", "tags", "tagsAll"]);
        assert.deepEqual(replaces, ["availabilityZone", "id"]);
        const tagged = await plugin.update(Subnet, subnet, { ...subnetGiven(0, "a"), tags: { a: "1" } });
        assert.deepEqual((await plugin.refresh(Subnet, tagged))!.state.tagsAll, { a: "1" });
        await plugin.delete(Subnet, subnet);
    });

    it("is deleted twice", async () => {
        const other = await plugin.create(Vpc, { cidrBlock: "10.91.0.0/24" });
        for (let times = 0; times < 2; times++) await plugin.delete(Vpc, other);
        const { Vpcs } = await aws.aws.ec2.send(new DescribeVpcsCommand({}));
        assert.ok(!Vpcs!.some(({ VpcId }) => VpcId === other.id));
    });
});
