import type { ClusterState as SdkState } from "@pulumi/aws/rds/cluster";
import {
    boolean,
    integer,
    list,
    number,
    object,
    optional,
    output,
    regional,
    required,
    set,
    string,
    tagged,
    type Inputs,
    type PropertiesOf,
    type State,
} from "../definition";

const serverlessv2 = object(
    "aws:rds/ClusterServerlessv2ScalingConfiguration:ClusterServerlessv2ScalingConfiguration",
    {
        maxCapacity: required(number),
        minCapacity: required(number),
        secondsUntilAutoPause: optional(integer, { computed: true }),
    },
);

const masterUserSecret = object("aws:rds/ClusterMasterUserSecret:ClusterMasterUserSecret", {
    kmsKeyId: output(string),
    secretArn: output(string),
    secretStatus: output(string),
});

const computed = true;
const replaces = true;
const unreadable = true;

/** Left out: restoring from snapshots, S3 or a point in time, global clusters, directories, serverless v1. */
export const clusterProperties = {
    allocatedStorage: optional(integer, { computed, api: "AllocatedStorage" }),
    allowMajorVersionUpgrade: optional(boolean, { unreadable }),
    applyImmediately: optional(boolean, { computed, unreadable }),
    arn: output(string, { api: "DBClusterArn" }),
    autoMinorVersionUpgrade: optional(boolean, { computed, api: "AutoMinorVersionUpgrade" }),
    availabilityZones: optional(set(string), { computed, replaces, api: "AvailabilityZones" }),
    backtrackWindow: optional(integer, { api: "BacktrackWindow" }),
    backupRetentionPeriod: optional(integer, { computed, api: "BackupRetentionPeriod" }),
    clusterIdentifier: optional(string, { computed, replaces, conflictsWith: "clusterIdentifierPrefix" }),
    clusterIdentifierPrefix: optional(string, { computed, replaces, conflictsWith: "clusterIdentifier" }),
    clusterMembers: optional(set(string), { computed }),
    clusterResourceId: output(string, { api: "DbClusterResourceId" }),
    copyTagsToSnapshot: optional(boolean, { default: false, api: "CopyTagsToSnapshot" }),
    databaseName: optional(string, { computed, replaces, api: "DatabaseName" }),
    dbClusterInstanceClass: optional(string, { api: "DBClusterInstanceClass" }),
    dbClusterParameterGroupName: optional(string, { computed, api: "DBClusterParameterGroupName" }),
    dbInstanceParameterGroupName: optional(string, { unreadable, api: "DBInstanceParameterGroupName" }),
    dbSubnetGroupName: optional(string, { computed, replaces, api: "DBSubnetGroupName" }),
    deleteAutomatedBackups: optional(boolean, { default: true, unreadable }),
    deletionProtection: optional(boolean, { api: "DeletionProtection" }),
    enableHttpEndpoint: optional(boolean, { default: false, api: "EnableHttpEndpoint" }),
    enabledCloudwatchLogsExports: optional(set(string)),
    endpoint: output(string, { api: "Endpoint" }),
    engine: required(string, { replaces, api: "Engine" }),
    engineMode: optional(string, { default: "provisioned", replaces, api: "EngineMode" }),
    engineVersion: optional(string, { computed, api: "EngineVersion" }),
    engineVersionActual: output(string, { changesWith: ["engineVersion"] }),
    finalSnapshotIdentifier: optional(string, { unreadable }),
    hostedZoneId: output(string, { api: "HostedZoneId" }),
    iamDatabaseAuthenticationEnabled: optional(boolean, { api: "EnableIAMDatabaseAuthentication" }),
    iamRoles: optional(set(string), { computed }),
    iops: optional(integer, { api: "Iops" }),
    kmsKeyId: optional(string, { computed, replaces, api: "KmsKeyId" }),
    manageMasterUserPassword: optional(boolean, { unreadable, api: "ManageMasterUserPassword" }),
    masterPassword: optional(string, { secret: true, unreadable, api: "MasterUserPassword" }),
    masterUserSecrets: output(list(masterUserSecret)),
    masterUsername: optional(string, { computed, replaces, api: "MasterUsername" }),
    networkType: optional(string, { computed, api: "NetworkType" }),
    port: optional(integer, { computed, api: "Port" }),
    preferredBackupWindow: optional(string, { computed, api: "PreferredBackupWindow" }),
    preferredMaintenanceWindow: optional(string, { computed, api: "PreferredMaintenanceWindow" }),
    readerEndpoint: output(string, { api: "ReaderEndpoint" }),
    ...regional,
    serverlessv2ScalingConfiguration: optional(serverlessv2, { computed }),
    skipFinalSnapshot: optional(boolean, { default: false, unreadable }),
    storageEncrypted: optional(boolean, { computed, replaces, api: "StorageEncrypted" }),
    storageType: optional(string, { computed, api: "StorageType" }),
    ...tagged,
    vpcSecurityGroupIds: optional(set(string), { computed, api: "VpcSecurityGroupIds" }),
} satisfies PropertiesOf<SdkState>;

export type ClusterInputs = Inputs<typeof clusterProperties>;
export type ClusterState = State<typeof clusterProperties>;
