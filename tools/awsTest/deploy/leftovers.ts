import {
    DescribeSubnetsCommand,
    DescribeVpcEndpointsCommand,
    DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { paginateListPolicies, paginateListRoles } from "@aws-sdk/client-iam";
import {
    paginateDescribeDBClusterParameterGroups,
    paginateDescribeDBClusters,
    paginateDescribeDBInstances,
    paginateDescribeDBSubnetGroups,
} from "@aws-sdk/client-rds";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import type { Aws } from "../aws";

/**
 * What AWS still has of a run, by its name or tag, whatever the state says. It reads, and deletes nothing. A KMS key can only be scheduled
 * for deletion, so that it is not among them.
 */
export async function leftovers(name: string, aws: Aws): Promise<string[]> {
    const parts = [network(name, aws), databases(name, aws), identities(name, aws), buckets(name, aws)];
    return (await Promise.all(parts)).flat().sort();
}

async function network(name: string, { ec2 }: Aws): Promise<string[]> {
    const Filters = [{ Name: "tag:aurora-s3-access-test", Values: [name] }];
    const [{ Vpcs = [] }, { Subnets = [] }, { VpcEndpoints = [] }] = await Promise.all([
        ec2.send(new DescribeVpcsCommand({ Filters })),
        ec2.send(new DescribeSubnetsCommand({ Filters })),
        ec2.send(new DescribeVpcEndpointsCommand({ Filters })),
    ]);
    const there = VpcEndpoints.filter(({ State }) => !/delet/i.test(State ?? ""));
    return [
        ...Vpcs.map(({ VpcId }) => `VPC ${VpcId}`),
        ...Subnets.map(({ SubnetId }) => `subnet ${SubnetId}`),
        ...there.map(({ VpcEndpointId }) => `VPC endpoint ${VpcEndpointId}`),
    ];
}

async function databases(name: string, { rds: client }: Aws): Promise<string[]> {
    const found: string[] = [];
    const add = (what: string, id: string | undefined) => {
        if (id?.startsWith(name)) found.push(`${what} ${id}`);
    };
    for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client }, {}))
        for (const each of DBClusters) add("DB cluster", each.DBClusterIdentifier);
    for await (const { DBInstances = [] } of paginateDescribeDBInstances({ client }, {}))
        for (const each of DBInstances) add("DB instance", each.DBInstanceIdentifier);
    for await (const { DBSubnetGroups = [] } of paginateDescribeDBSubnetGroups({ client }, {}))
        for (const each of DBSubnetGroups) add("DB subnet group", each.DBSubnetGroupName);
    for await (const page of paginateDescribeDBClusterParameterGroups({ client }, {}))
        for (const each of page.DBClusterParameterGroups ?? [])
            add("DB cluster parameter group", each.DBClusterParameterGroupName);
    return found;
}

async function identities(name: string, { iam: client }: Aws): Promise<string[]> {
    const found: string[] = [];
    const query = { PathPrefix: `/${name}/` };
    for await (const { Roles = [] } of paginateListRoles({ client }, query))
        found.push(...Roles.map(({ Arn }) => `role ${Arn}`));
    for await (const { Policies = [] } of paginateListPolicies({ client }, { ...query, Scope: "Local" }))
        found.push(...Policies.map(({ Arn }) => `policy ${Arn}`));
    return found;
}

async function buckets(name: string, { s3 }: Aws): Promise<string[]> {
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({ Prefix: name }));
    return Buckets.filter(({ Name }) => Name === name).map(({ Name }) => `bucket ${Name}`);
}
