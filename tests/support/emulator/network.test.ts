import {
    CreateRouteTableCommand,
    CreateSubnetCommand,
    CreateVpcCommand,
    CreateVpcEndpointCommand,
    DescribeRouteTablesCommand,
    DescribeSecurityGroupsCommand,
    DescribeSubnetsCommand,
    DescribeVpcEndpointsCommand,
    DescribeVpcsCommand,
    ModifyVpcEndpointCommand,
} from "@aws-sdk/client-ec2";
import {
    CreateDBInstanceCommand,
    CreateDBSubnetGroupCommand,
    DescribeDBInstancesCommand,
    DescribeDBSubnetGroupsCommand,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { allow, createCluster, sessionWith, useEmulator } from "./builders";

describe("The emulated network of a DB cluster", () => {
    const emulator = useEmulator();

    async function createVpc(): Promise<{ VpcId: string; subnets: string[] }> {
        const { ec2 } = emulator().aws;
        const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
        const VpcId = Vpc!.VpcId!;
        const subnets = [];
        for (const CidrBlock of ["10.0.0.0/24", "10.0.1.0/24"]) {
            const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock }));
            subnets.push(Subnet!.SubnetId!);
        }
        return { VpcId, subnets };
    }

    async function defaultGroupOf(VpcId: string): Promise<string> {
        const Filters = [
            { Name: "vpc-id", Values: [VpcId] },
            { Name: "group-name", Values: ["default"] },
        ];
        const { SecurityGroups } = await emulator().aws.ec2.send(
            new DescribeSecurityGroupsCommand({ Filters }),
        );
        return SecurityGroups![0]!.GroupId!;
    }

    async function subnetsOf(DBSubnetGroupName: string): Promise<string[]> {
        const command = new DescribeDBSubnetGroupsCommand({ DBSubnetGroupName });
        const { DBSubnetGroups } = await emulator().aws.rds.send(command);
        return DBSubnetGroups![0]!.Subnets!.map(({ SubnetIdentifier }) => SubnetIdentifier!).sort();
    }

    it("is that of its subnet group, with the default security group of the VPC", async () => {
        const { VpcId, subnets } = await createVpc();
        const group = { DBSubnetGroupName: "private", DBSubnetGroupDescription: "of a test" };
        await emulator().aws.rds.send(new CreateDBSubnetGroupCommand({ ...group, SubnetIds: subnets }));
        const { DBSubnetGroup, VpcSecurityGroups } = await createCluster(emulator().aws, {
            DBSubnetGroupName: "private",
        });
        assert.equal(DBSubnetGroup, "private");
        assert.deepEqual(await subnetsOf("private"), subnets.sort());
        assert.deepEqual(VpcSecurityGroups, [
            { VpcSecurityGroupId: await defaultGroupOf(VpcId), Status: "active" },
        ]);
    });

    it("is the default VPC without a subnet group", async () => {
        const { ec2 } = emulator().aws;
        const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
        const VpcId = Vpcs![0]!.VpcId!;
        const { DBSubnetGroup, VpcSecurityGroups } = await createCluster(emulator().aws);
        assert.equal(DBSubnetGroup, "default");
        assert.deepEqual(VpcSecurityGroups, [
            { VpcSecurityGroupId: await defaultGroupOf(VpcId), Status: "active" },
        ]);
        const { Subnets } = await ec2.send(
            new DescribeSubnetsCommand({ Filters: [{ Name: "vpc-id", Values: [VpcId] }] }),
        );
        assert.deepEqual(await subnetsOf("default"), Subnets!.map(({ SubnetId }) => SubnetId!).sort());
    });

    it("has instances that are public only where that was requested", async () => {
        const { rds } = emulator().aws;
        await createCluster(emulator().aws);
        const DBInstanceClass = "db.r6g.large";
        for (const [DBInstanceIdentifier, PubliclyAccessible] of [
            ["sales-0", undefined],
            ["sales-1", true],
        ] as const) {
            const instance = { DBInstanceIdentifier, PubliclyAccessible, DBInstanceClass };
            await rds.send(
                new CreateDBInstanceCommand({
                    ...instance,
                    Engine: "aurora-mysql",
                    DBClusterIdentifier: "sales",
                }),
            );
        }
        const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}));
        assert.deepEqual(
            DBInstances!.map(({ PubliclyAccessible }) => PubliclyAccessible),
            [false, true],
        );
    });

    it("has a route to a gateway endpoint in those route tables that the endpoint has", async () => {
        const { ec2 } = emulator().aws;
        const { VpcId } = await createVpc();
        const tables: string[] = [];
        for (let each = 0; each < 2; each++)
            tables.push((await ec2.send(new CreateRouteTableCommand({ VpcId }))).RouteTable!.RouteTableId!);
        const ServiceName = "com.amazonaws.us-east-1.s3";
        const { VpcEndpoint } = await ec2.send(
            new CreateVpcEndpointCommand({ VpcId, ServiceName, RouteTableIds: [tables[0]!] }),
        );
        const VpcEndpointId = VpcEndpoint!.VpcEndpointId!;
        const routed = async () => {
            const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: tables }));
            return RouteTables!
                .filter(({ Routes }) => Routes!.some(({ GatewayId }) => GatewayId === VpcEndpointId))
                .map(({ RouteTableId }) => RouteTableId);
        };
        assert.deepEqual(await routed(), [tables[0]]);
        await ec2.send(
            new ModifyVpcEndpointCommand({
                VpcEndpointId,
                AddRouteTableIds: [tables[1]!],
                RemoveRouteTableIds: [tables[0]!],
            }),
        );
        assert.deepEqual(await routed(), [tables[1]]);
        const { VpcEndpoints } = await ec2.send(
            new DescribeVpcEndpointsCommand({ VpcEndpointIds: [VpcEndpointId] }),
        );
        const [{ VpcEndpointType, RouteTableIds }] = VpcEndpoints as [(typeof VpcEndpoints & object)[number]];
        assert.deepEqual([VpcEndpointType, RouteTableIds], ["Gateway", [tables[1]]]);
    });

    it("is shown only to those who may see it, and refused in the words of EC2", async () => {
        const { ec2 } = await sessionWith(emulator(), allow("ec2:DescribeSubnets", "*"));
        await ec2.send(new DescribeSubnetsCommand({}));
        await assert.rejects(ec2.send(new DescribeRouteTablesCommand({})), {
            name: "UnauthorizedOperation",
            message:
                "You are not authorized to perform this operation. User: arn:aws:sts::123456789012:assumed-role/aurora-1/aurora is not authorized to perform: ec2:DescribeRouteTables",
        });
    });
});
