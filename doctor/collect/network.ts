import {
    type DescribeNetworkAclsCommandOutput,
    DescribePrefixListsCommand,
    type IpPermission,
    type NetworkAcl as Ec2Acl,
    paginateDescribeNetworkAcls,
    paginateDescribeRouteTables,
    paginateDescribeSecurityGroups,
    paginateDescribeVpcEndpoints,
    type Route as Ec2Route,
} from "@aws-sdk/client-ec2";
import { DescribeDBSubnetGroupsCommand } from "@aws-sdk/client-rds";
import {
    type Database,
    type EgressRule,
    type Endpoint,
    type Fact,
    isRead,
    type NetworkAcl,
    type NetworkFacts,
    type Route,
    type RouteTable,
    type SecurityGroup,
    type Subnet,
    unread,
} from "../facts";
import { all, askFor, map } from "./ask";
import type { Clients } from "./clients";
import { readInstances } from "./database";

/** Where the instances of a database are, and what stands between them and Amazon S3. */
export async function readNetwork(clients: Clients, database: Database): Promise<NetworkFacts> {
    const [inVpc, securityGroups, s3PrefixList, isPublic] = await Promise.all([
        readVpc(clients, database),
        readSecurityGroups(clients, database.securityGroups),
        readPrefixList(clients, database.arn.split(":")[3]!),
        readIsPublic(clients, database),
    ]);
    return { ...inVpc, securityGroups, s3PrefixList, isPublic };
}

async function readVpc(clients: Clients, database: Database) {
    const subnets = await readSubnets(clients, database);
    if (!isRead(subnets)) return { subnets, routeTables: subnets, endpoints: subnets, networkAcls: subnets };
    const vpc = [{ Name: "vpc-id", Values: [subnets.read[0]!.vpcId] }];
    const ids = subnets.read.map(({ id }) => id);
    const [routeTables, endpoints, networkAcls] = await Promise.all([
        readRouteTables(clients, vpc),
        readEndpoints(clients, vpc),
        readAcls(clients, ids),
    ]);
    return { subnets, routeTables, endpoints, networkAcls };
}

async function readSubnets(clients: Clients, { subnetGroup }: Database): Promise<Fact<readonly Subnet[]>> {
    if (subnetGroup === undefined) return unread("Amazon RDS names no subnet group");
    const command = new DescribeDBSubnetGroupsCommand({ DBSubnetGroupName: subnetGroup });
    const answer = await askFor("rds:DescribeDBSubnetGroups", () => clients.rds().send(command));
    return map(answer, ({ DBSubnetGroups }) => {
        const [{ VpcId, Subnets } = {}] = DBSubnetGroups ?? [];
        return (Subnets ?? []).map(({ SubnetIdentifier }) => ({ id: SubnetIdentifier!, vpcId: VpcId! }));
    });
}

type Filters = { Name: string; Values: string[] }[];

async function readRouteTables(clients: Clients, Filters: Filters): Promise<Fact<readonly RouteTable[]>> {
    const pages = () => paginateDescribeRouteTables({ client: clients.ec2() }, { Filters });
    const tables = await askFor("ec2:DescribeRouteTables", () =>
        all(pages(), ({ RouteTables }) => RouteTables),
    );
    return map(tables, (found) =>
        found.map(({ RouteTableId, Associations = [], Routes = [] }) => ({
            id: RouteTableId!,
            isMain: Associations.some(({ Main }) => Main),
            subnetIds: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
            routes: Routes.map(routeOf),
        })),
    );
}

const routeOf = (route: Ec2Route): Route => ({
    destination:
        route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId!,
    target:
        route.GatewayId ??
        route.NatGatewayId ??
        route.TransitGatewayId ??
        route.EgressOnlyInternetGatewayId ??
        route.VpcPeeringConnectionId ??
        route.LocalGatewayId ??
        route.CarrierGatewayId ??
        route.CoreNetworkArn ??
        route.InstanceId ??
        route.NetworkInterfaceId ??
        "",
    state: route.State ?? "active",
});

async function readEndpoints(clients: Clients, Filters: Filters): Promise<Fact<readonly Endpoint[]>> {
    const pages = () => paginateDescribeVpcEndpoints({ client: clients.ec2() }, { Filters });
    const endpoints = await askFor("ec2:DescribeVpcEndpoints", () =>
        all(pages(), ({ VpcEndpoints }) => VpcEndpoints),
    );
    return map(endpoints, (found) =>
        found
            .filter(({ ServiceName }) => ServiceName!.endsWith(".s3"))
            .map((endpoint) => ({
                id: endpoint.VpcEndpointId!,
                type: endpoint.VpcEndpointType as Endpoint["type"],
                service: endpoint.ServiceName!,
                // EC2 documents `available`, and answers `Available` here and there.
                state: endpoint.State!.toLowerCase(),
                routeTableIds: endpoint.RouteTableIds ?? [],
                policy: endpoint.PolicyDocument,
            })),
    );
}

async function readSecurityGroups(
    clients: Clients,
    GroupIds: readonly string[],
): Promise<Fact<readonly SecurityGroup[]>> {
    // Without IDs, EC2 would list those of everybody.
    if (GroupIds.length === 0) return unread("Amazon RDS names no security group");
    const pages = () =>
        paginateDescribeSecurityGroups({ client: clients.ec2() }, { GroupIds: [...GroupIds] });
    const groups = await askFor("ec2:DescribeSecurityGroups", () =>
        all(pages(), ({ SecurityGroups }) => SecurityGroups),
    );
    return map(groups, (found) =>
        found.map(({ GroupId, IpPermissionsEgress }) => ({
            id: GroupId!,
            egress: (IpPermissionsEgress ?? []).map(egressOf),
        })),
    );
}

const egressOf = (rule: IpPermission): EgressRule => ({
    protocol: rule.IpProtocol!,
    fromPort: rule.FromPort,
    toPort: rule.ToPort,
    ranges: [
        ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp!),
        ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6!),
    ],
    prefixLists: (rule.PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId!),
    groups: (rule.UserIdGroupPairs ?? []).map(({ GroupId }) => GroupId!),
});

async function readAcls(clients: Clients, subnets: string[]): Promise<Fact<readonly NetworkAcl[]>> {
    const Filters = [{ Name: "association.subnet-id", Values: subnets }];
    const pages = () => paginateDescribeNetworkAcls({ client: clients.ec2() }, { Filters });
    const acls = await askFor("ec2:DescribeNetworkAcls", () =>
        all(pages(), ({ NetworkAcls }: DescribeNetworkAclsCommandOutput) => NetworkAcls),
    );
    return map(acls, (found) => found.map(aclOf));
}

const aclOf = ({ NetworkAclId, Associations, Entries }: Ec2Acl): NetworkAcl => ({
    id: NetworkAclId!,
    subnetIds: (Associations ?? []).map(({ SubnetId }) => SubnetId!),
    entries: (Entries ?? []).map((entry) => ({
        rule: entry.RuleNumber!,
        isEgress: entry.Egress!,
        isAllow: entry.RuleAction === "allow",
        protocol: entry.Protocol!,
        range: entry.CidrBlock ?? entry.Ipv6CidrBlock!,
        fromPort: entry.PortRange?.From,
        toPort: entry.PortRange?.To,
    })),
});

async function readPrefixList(clients: Clients, region: string): Promise<Fact<string | undefined>> {
    const Filters = [{ Name: "prefix-list-name", Values: [`com.amazonaws.${region}.s3`] }];
    const answer = await askFor("ec2:DescribePrefixLists", () =>
        clients.ec2().send(new DescribePrefixListsCommand({ Filters })),
    );
    return map(answer, ({ PrefixLists }) => PrefixLists?.[0]?.PrefixListId);
}

async function readIsPublic(clients: Clients, { kind, identifier }: Database): Promise<Fact<boolean>> {
    const instances = await readInstances(
        clients,
        kind === "instance"
            ? { DBInstanceIdentifier: identifier }
            : { Filters: [{ Name: "db-cluster-id", Values: [identifier] }] },
    );
    return map(
        instances,
        (found) => found.length > 0 && found.every((each) => each.PubliclyAccessible === true),
    );
}
