import {
    AssociateRouteTableCommand,
    CreateRouteTableCommand,
    CreateSecurityGroupCommand,
    CreateSubnetCommand,
    CreateVpcCommand,
    CreateVpcEndpointCommand,
} from "@aws-sdk/client-ec2";
import { CreateDBSubnetGroupCommand } from "@aws-sdk/client-rds";
import type { Clients } from "../support/emulator/clients";

export interface Network {
    vpc: string;
    subnets: string[];
    routeTable: string;
    endpoint: string;
    securityGroup: string;
    subnetGroup: string;
}

/** A VPC with two private subnets and a gateway endpoint for Amazon S3. */
export async function createNetwork({ ec2, rds }: Clients): Promise<Network> {
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
    const VpcId = Vpc!.VpcId!;
    const [table, group, ...subnets] = await Promise.all([
        ec2.send(new CreateRouteTableCommand({ VpcId })),
        ec2.send(new CreateSecurityGroupCommand({ VpcId, GroupName: "database", Description: "Database" })),
        ...["a", "b"].map(async (zone, index) => {
            const subnet = { VpcId, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `us-east-1${zone}` };
            return (await ec2.send(new CreateSubnetCommand(subnet))).Subnet!.SubnetId!;
        }),
    ]);
    const RouteTableId = table.RouteTable!.RouteTableId!;
    const subnetGroup = "private";
    const [endpoint] = await Promise.all([
        ec2.send(
            new CreateVpcEndpointCommand({
                VpcId,
                ServiceName: "com.amazonaws.us-east-1.s3",
                RouteTableIds: [RouteTableId],
            }),
        ),
        rds.send(
            new CreateDBSubnetGroupCommand({
                DBSubnetGroupName: subnetGroup,
                DBSubnetGroupDescription: "Private subnets",
                SubnetIds: subnets,
            }),
        ),
        ...subnets.map((SubnetId) => ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }))),
    ]);
    return {
        vpc: VpcId,
        subnets,
        routeTable: RouteTableId,
        endpoint: endpoint.VpcEndpoint!.VpcEndpointId!,
        securityGroup: group.GroupId!,
        subnetGroup,
    };
}
