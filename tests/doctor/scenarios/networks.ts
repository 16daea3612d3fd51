import {
    AllocateAddressCommand,
    AttachInternetGatewayCommand,
    AuthorizeSecurityGroupEgressCommand,
    CreateInternetGatewayCommand,
    CreateNatGatewayCommand,
    CreateNetworkAclEntryCommand,
    CreateRouteCommand,
    DeleteVpcEndpointsCommand,
    DescribeNetworkAclsCommand,
    DescribePrefixListsCommand,
    ModifyVpcEndpointCommand,
    RevokeSecurityGroupEgressCommand,
} from "@aws-sdk/client-ec2";
import { ModifyDBInstanceCommand } from "@aws-sdk/client-rds";
import { type Account, policy } from "../account";
import type { Scenario } from "./scenario";

const modifyEndpoint = ({ aws, network }: Account, how: object) =>
    aws.ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: network.endpoint, ...how }));

const deleteEndpoint = ({ aws, network }: Account) =>
    aws.ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [network.endpoint] }));

const everywhere = [{ CidrIp: "0.0.0.0/0" }];

async function closeEgress({ aws, network }: Account, ...open: object[]): Promise<void> {
    const GroupId = network.securityGroup;
    const all = [{ IpProtocol: "-1", IpRanges: everywhere }];
    await aws.ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: all }));
    if (open.length > 0) {
        await aws.ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: open }));
    }
}

async function denyInAcl({ aws, network }: Account, Egress: boolean, From: number, To: number) {
    const Filters = [{ Name: "vpc-id", Values: [network.vpc] }];
    const { NetworkAcls } = await aws.ec2.send(new DescribeNetworkAclsCommand({ Filters }));
    await aws.ec2.send(
        new CreateNetworkAclEntryCommand({
            NetworkAclId: NetworkAcls![0]!.NetworkAclId!,
            RuleNumber: 50,
            Egress,
            RuleAction: "deny",
            Protocol: "6",
            PortRange: { From, To },
            CidrBlock: "0.0.0.0/0",
        }),
    );
}

/** The way from the subnets to Amazon S3. */
export const networkScenarios: readonly Scenario[] = [
    { what: "there is no VPC endpoint", breaks: deleteEndpoint, codes: ["S3ACCESS080"], isFixed: true },
    {
        what: "the VPC endpoint is not for the route table of the subnets",
        breaks: (account) => modifyEndpoint(account, { RemoveRouteTableIds: [account.network.routeTable] }),
        codes: ["S3ACCESS080"],
        isFixed: true,
    },
    {
        what: "the policy of the VPC endpoint is for another bucket",
        breaks: (account) =>
            modifyEndpoint(account, {
                PolicyDocument: policy({
                    Effect: "Allow",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: ["arn:aws:s3:::packages", "arn:aws:s3:::packages/*"],
                }),
            }),
        codes: ["S3ACCESS081"],
        isFixed: true,
    },
    {
        what: "the policy of the VPC endpoint allows to read only",
        breaks: (account) =>
            modifyEndpoint(account, {
                PolicyDocument: policy({
                    Effect: "Allow",
                    Principal: "*",
                    Action: ["s3:Get*", "s3:List*"],
                    Resource: "*",
                }),
            }),
        codes: ["S3ACCESS081"],
        isFixed: true,
    },
    {
        what: "the security group allows nothing out",
        breaks: (account) => closeEgress(account),
        codes: ["S3ACCESS082"],
        isFixed: true,
    },
    {
        what: "the security group allows the database port out only",
        breaks: (account) =>
            closeEgress(account, {
                IpProtocol: "tcp",
                FromPort: 3306,
                ToPort: 3306,
                IpRanges: everywhere,
            }),
        codes: ["S3ACCESS082"],
        isFixed: true,
    },
    {
        what: "the security group allows HTTPS out",
        breaks: (account) =>
            closeEgress(account, { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: everywhere }),
        codes: [],
    },
    {
        what: "the security group allows HTTPS out to the prefix list of Amazon S3",
        breaks: async (account) => {
            const { PrefixLists } = await account.aws.ec2.send(
                new DescribePrefixListsCommand({
                    Filters: [{ Name: "prefix-list-name", Values: ["com.amazonaws.us-east-1.s3"] }],
                }),
            );
            const PrefixListIds = [{ PrefixListId: PrefixLists![0]!.PrefixListId }];
            await closeEgress(account, { IpProtocol: "tcp", FromPort: 443, ToPort: 443, PrefixListIds });
        },
        codes: [],
    },
    {
        what: "the network ACL denies HTTPS out",
        breaks: (account) => denyInAcl(account, true, 443, 443),
        codes: ["S3ACCESS083"],
    },
    {
        what: "the network ACL denies the answers",
        breaks: (account) => denyInAcl(account, false, 1024, 65_535),
        codes: ["S3ACCESS083"],
    },
    {
        what: "there is a NAT gateway in place of the VPC endpoint",
        breaks: async (account) => {
            await deleteEndpoint(account);
            await routeTo(account, { NatGatewayId: await createNat(account) });
        },
        codes: [],
    },
    {
        what: "there is an internet gateway in place of the VPC endpoint, and the instance is public",
        breaks: async (account) => {
            await useInternetGateway(account);
            const instance = { DBInstanceIdentifier: "sales-0", PubliclyAccessible: true };
            await account.aws.rds.send(new ModifyDBInstanceCommand({ ...instance, ApplyImmediately: true }));
        },
        codes: [],
    },
    {
        what: "there is an internet gateway in place of the VPC endpoint, and the instance is private",
        breaks: useInternetGateway,
        codes: ["S3ACCESS080"],
        isFixed: true,
    },
];

async function useInternetGateway(account: Account): Promise<void> {
    const { aws, network } = account;
    await deleteEndpoint(account);
    const { InternetGateway } = await aws.ec2.send(new CreateInternetGatewayCommand({}));
    const InternetGatewayId = InternetGateway!.InternetGatewayId!;
    await aws.ec2.send(new AttachInternetGatewayCommand({ VpcId: network.vpc, InternetGatewayId }));
    await routeTo(account, { GatewayId: InternetGatewayId });
}

async function createNat({ aws, network }: Account): Promise<string> {
    const { AllocationId } = await aws.ec2.send(new AllocateAddressCommand({ Domain: "vpc" }));
    const nat = { SubnetId: network.subnets[0], AllocationId };
    const { NatGateway } = await aws.ec2.send(new CreateNatGatewayCommand(nat));
    return NatGateway!.NatGatewayId!;
}

async function routeTo({ aws, network }: Account, target: object): Promise<void> {
    const route = { RouteTableId: network.routeTable, DestinationCidrBlock: "0.0.0.0/0", ...target };
    await aws.ec2.send(new CreateRouteCommand(route));
}
