import type { GetCallerIdentityResult } from "@pulumi/aws/getCallerIdentity";
import type { GetPartitionResult } from "@pulumi/aws/getPartition";
import type { GetRegionResult } from "@pulumi/aws/getRegion";
import type { GetRoleResult } from "@pulumi/aws/iam/getRole";
import type { GetClusterResult } from "@pulumi/aws/rds/getCluster";
import {
    integer,
    invokable,
    map,
    optional,
    output,
    required,
    string,
    type FunctionType,
    type PropertiesOf,
} from "./definition";
import { partitionOf } from "./partitions";
import { getPolicyDocument } from "./policyDocument";
import { stateOfRole } from "./resources/iamRole";
import { clusterProperties } from "./resources/rdsClusterProperties";
import { stateOf } from "./resources/rdsClusterState";

const getCallerIdentity = invokable({
    token: "aws:index/getCallerIdentity:getCallerIdentity",
    args: {},
    result: {
        accountId: output(string),
        arn: output(string),
        id: output(string),
        userId: output(string),
    } satisfies PropertiesOf<GetCallerIdentityResult>,

    async call(_, aws) {
        const sts = await aws.sts();
        const { Account, Arn, UserId } = await sts.getCallerIdentity({});
        return { accountId: Account, arn: Arn, id: Account, userId: UserId };
    },
});

const getPartition = invokable({
    token: "aws:index/getPartition:getPartition",
    args: {},
    result: {
        dnsSuffix: output(string),
        id: output(string),
        partition: output(string),
        reverseDnsPrefix: output(string),
    } satisfies PropertiesOf<GetPartitionResult>,

    call(_, aws) {
        const { partition, dnsSuffix } = partitionOf(aws.region);
        const reverseDnsPrefix = dnsSuffix.split(".").reverse().join(".");
        return Promise.resolve({ dnsSuffix, id: partition, partition, reverseDnsPrefix });
    },
});

const getRegion = invokable({
    token: "aws:index/getRegion:getRegion",
    args: { region: optional(string) },
    result: {
        endpoint: output(string),
        id: output(string),
        name: output(string),
        region: output(string),
    } satisfies PropertiesOf<GetRegionResult>,

    call(_, { region }) {
        const endpoint = `ec2.${region}.${partitionOf(region).dnsSuffix}`;
        return Promise.resolve({ endpoint, id: region, name: region, region });
    },
});

const getRole = invokable({
    token: "aws:iam/getRole:getRole",
    args: { name: required(string), tags: optional(map(string)) },
    result: {
        arn: output(string),
        assumeRolePolicy: output(string),
        createDate: output(string),
        description: output(string),
        id: output(string),
        maxSessionDuration: output(integer),
        name: output(string),
        path: output(string),
        permissionsBoundary: output(string),
        tags: output(map(string)),
        uniqueId: output(string),
    } satisfies PropertiesOf<GetRoleResult>,

    async call({ name }, aws) {
        const iam = await aws.iam();
        const { Role } = await iam.getRole({ RoleName: name });
        const { tagsAll: tags, permissionsBoundary = "", ...role } = stateOfRole(Role!);
        return { ...role, id: name, permissionsBoundary, tags };
    },
});

const toldOfCluster = [
    "arn",
    "availabilityZones",
    "backtrackWindow",
    "backupRetentionPeriod",
    "clusterIdentifier",
    "clusterMembers",
    "clusterResourceId",
    "databaseName",
    "dbClusterParameterGroupName",
    "dbSubnetGroupName",
    "deletionProtection",
    "enabledCloudwatchLogsExports",
    "endpoint",
    "engine",
    "engineMode",
    "engineVersion",
    "hostedZoneId",
    "iamDatabaseAuthenticationEnabled",
    "iamRoles",
    "kmsKeyId",
    "masterUserSecrets",
    "masterUsername",
    "networkType",
    "port",
    "preferredBackupWindow",
    "preferredMaintenanceWindow",
    "readerEndpoint",
    "region",
    "storageEncrypted",
    "vpcSecurityGroupIds",
] as const satisfies (keyof GetClusterResult & keyof typeof clusterProperties)[];

const getCluster = invokable({
    token: "aws:rds/getCluster:getCluster",
    args: { clusterIdentifier: required(string), region: optional(string), tags: optional(map(string)) },
    result: {
        ...Object.fromEntries(toldOfCluster.map((name) => [name, output(clusterProperties[name].type)])),
        id: output(string),
        tags: output(map(string)),
    },

    async call({ clusterIdentifier: DBClusterIdentifier }, aws) {
        const rds = await aws.rds();
        const { DBClusters } = await rds.describeDBClusters({ DBClusterIdentifier });
        const { tagsAll: tags, ...state } = stateOf(DBClusters![0]!, {});
        return { ...state, id: DBClusterIdentifier, region: aws.region, tags };
    },
});

export const functions: FunctionType[] = [
    getCallerIdentity,
    getCluster,
    getPartition,
    getPolicyDocument,
    getRegion,
    getRole,
];
