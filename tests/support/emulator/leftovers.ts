import { paginateGetAccountAuthorizationDetails } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, paginateListAliases, paginateListKeys } from "@aws-sdk/client-kms";
import {
    paginateDescribeDBClusterParameterGroups,
    paginateDescribeDBClusters,
    paginateDescribeDBInstances,
} from "@aws-sdk/client-rds";
import { GetBucketPolicyCommand, ListBucketsCommand, S3ServiceException } from "@aws-sdk/client-s3";
import type { Clients } from "./clients";

/**
 * What is left in an account of the emulated AWS, of the types that the project's programs make: `iam policy arn:...`
 * and the like. Each of the clients looks into its Region.
 */
export async function leftovers(...clients: Clients[]): Promise<string[]> {
    const ofRegions = clients.flatMap((each) => [kms(each), rds(each)]);
    // Regions of one partition have these together.
    const ofPartitions = clients.flatMap((each) => [iam(each), s3(each)]);
    const found = async (lines: AsyncIterable<string>[]) => (await Promise.all(lines.map(collect))).flat();
    return [...(await found(ofRegions)), ...new Set(await found(ofPartitions))].sort();
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
    const all: string[] = [];
    for await (const line of lines) all.push(line);
    return all;
}

async function* iam({ iam: client }: Clients): AsyncGenerator<string> {
    const query = { Filter: ["LocalManagedPolicy" as const, "Role" as const] };
    for await (const page of paginateGetAccountAuthorizationDetails({ client }, query)) {
        for (const { Arn } of page.Policies ?? []) yield `iam policy ${Arn}`;
        for (const { Arn, RoleName, AttachedManagedPolicies = [] } of page.RoleDetailList ?? []) {
            yield `iam role ${Arn}`;
            for (const { PolicyArn } of AttachedManagedPolicies) {
                yield `iam role policy attachment ${RoleName} ${PolicyArn}`;
            }
        }
    }
}

/** A key that waits for its deletion is none that was left, since none can be deleted at once. */
async function* kms({ kms: client }: Clients): AsyncGenerator<string> {
    for await (const { Keys = [] } of paginateListKeys({ client }, {})) {
        for (const { KeyId } of Keys) {
            const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }));
            const { Arn, KeyManager, KeyState } = KeyMetadata!;
            if (KeyManager === "CUSTOMER" && KeyState !== "PendingDeletion") yield `kms key ${Arn}`;
        }
    }
    for await (const { Aliases = [] } of paginateListAliases({ client }, {})) {
        for (const { AliasName } of Aliases) {
            if (!AliasName?.startsWith("alias/aws/")) yield `kms ${AliasName}`;
        }
    }
}

async function* rds({ rds: client }: Clients): AsyncGenerator<string> {
    for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client }, {})) {
        for (const { DBClusterArn, DBClusterIdentifier, AssociatedRoles = [] } of DBClusters) {
            yield `rds cluster ${DBClusterArn}`;
            for (const { RoleArn } of AssociatedRoles) {
                yield `rds cluster role association ${DBClusterIdentifier} ${RoleArn}`;
            }
        }
    }
    for await (const { DBInstances = [] } of paginateDescribeDBInstances({ client }, {})) {
        for (const { DBInstanceArn } of DBInstances) yield `rds cluster instance ${DBInstanceArn}`;
    }
    for await (const page of paginateDescribeDBClusterParameterGroups({ client }, {})) {
        for (const { DBClusterParameterGroupArn } of page.DBClusterParameterGroups ?? []) {
            yield `rds cluster parameter group ${DBClusterParameterGroupArn}`;
        }
    }
}

async function* s3({ s3: client }: Clients): AsyncGenerator<string> {
    const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
    for (const { Name: Bucket } of Buckets) {
        yield `s3 bucket ${Bucket}`;
        try {
            await client.send(new GetBucketPolicyCommand({ Bucket }));
            yield `s3 bucket policy ${Bucket}`;
        } catch (error) {
            if (!(error instanceof S3ServiceException && error.name === "NoSuchBucketPolicy")) throw error;
        }
    }
}
