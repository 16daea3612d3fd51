import type { DBInstance, RDS } from "@aws-sdk/client-rds";
import type { ClusterInstanceState } from "@pulumi/aws/rds/clusterInstance";
import { changesToApi, fromApi, toApi } from "../api";
import {
    boolean,
    integer,
    optional,
    output,
    regional,
    required,
    resource,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";
import { fromTagList, toTagList } from "../tags";
import { until } from "../wait";
import { updateTags } from "./rds";

const gone = ["DBInstanceNotFoundFault"];
const computed = true;
const replaces = true;

const properties = {
    applyImmediately: optional(boolean, { computed, unreadable: true }),
    arn: output(string, { api: "DBInstanceArn" }),
    autoMinorVersionUpgrade: optional(boolean, { default: true, api: "AutoMinorVersionUpgrade" }),
    availabilityZone: optional(string, { computed, replaces, api: "AvailabilityZone" }),
    caCertIdentifier: optional(string, { computed, api: "CACertificateIdentifier" }),
    clusterIdentifier: required(string, { replaces, api: "DBClusterIdentifier" }),
    copyTagsToSnapshot: optional(boolean, { default: false, api: "CopyTagsToSnapshot" }),
    dbParameterGroupName: optional(string, { computed, api: "DBParameterGroupName" }),
    dbSubnetGroupName: optional(string, { computed, replaces, api: "DBSubnetGroupName" }),
    dbiResourceId: output(string, { api: "DbiResourceId" }),
    endpoint: output(string),
    engine: required(string, { replaces, api: "Engine" }),
    engineVersion: optional(string, { computed, api: "EngineVersion" }),
    engineVersionActual: output(string, { changesWith: ["engineVersion"] }),
    forceDestroy: optional(boolean, { default: false, unreadable: true }),
    identifier: optional(string, { computed, replaces, conflictsWith: "identifierPrefix" }),
    identifierPrefix: optional(string, { computed, replaces, conflictsWith: "identifier" }),
    instanceClass: required(string, { api: "DBInstanceClass" }),
    kmsKeyId: output(string, { api: "KmsKeyId" }),
    monitoringInterval: optional(integer, { api: "MonitoringInterval" }),
    monitoringRoleArn: optional(string, { computed, api: "MonitoringRoleArn" }),
    networkType: output(string, { api: "NetworkType" }),
    performanceInsightsEnabled: optional(boolean, { computed, api: "EnablePerformanceInsights" }),
    port: output(integer),
    preferredBackupWindow: optional(string, { computed, api: "PreferredBackupWindow" }),
    preferredMaintenanceWindow: optional(string, { computed, api: "PreferredMaintenanceWindow" }),
    promotionTier: optional(integer, { default: 0, api: "PromotionTier" }),
    publiclyAccessible: optional(boolean, { computed, api: "PubliclyAccessible" }),
    ...regional,
    storageEncrypted: output(boolean, { api: "StorageEncrypted" }),
    ...tagged,
    writer: output(boolean),
} satisfies PropertiesOf<ClusterInstanceState>;

export const rdsClusterInstance = resource({
    token: "aws:rds/clusterInstance:ClusterInstance",
    seconds: 90 * 60,
    properties,

    async create(inputs, aws) {
        const rds = await aws.rds();
        const { DBInstance } = await rds.createDBInstance({
            DBInstanceClass: inputs.instanceClass,
            Engine: inputs.engine,
            ...toApi(properties, inputs),
            DBInstanceIdentifier: inputs.identifier ?? prefixedName(inputs.identifierPrefix ?? "tf-"),
            Tags: toTagList(inputs.tagsAll),
        });
        return DBInstance!.DBInstanceIdentifier!;
    },

    async ready(id, aws) {
        const rds = await aws.rds();
        await until(`RDS Cluster Instance ${id} to be available`, aws, async () => {
            const status = (await find(rds, id))?.DBInstanceStatus ?? "gone";
            if (/gone|deleting|fail/.test(status)) {
                throw new Error(`unexpected state '${status}', wanted target 'available'`);
            }
            return status === "available" || undefined;
        });
    },

    async read(id, known, aws) {
        const rds = await aws.rds();
        const instance = await find(rds, id);
        if (!instance) return undefined;
        const { DBClusterIdentifier } = instance;
        const cluster = (await rds.describeDBClusters({ DBClusterIdentifier })).DBClusters![0]!;
        const isAsGiven = instance.EngineVersion?.startsWith(`${known.engineVersion}.`);
        return {
            ...fromApi(properties, instance),
            dbParameterGroupName: instance.DBParameterGroups?.[0]?.DBParameterGroupName,
            dbSubnetGroupName: instance.DBSubnetGroup?.DBSubnetGroupName,
            endpoint: instance.Endpoint?.Address,
            engineVersion: isAsGiven ? known.engineVersion : instance.EngineVersion,
            engineVersionActual: instance.EngineVersion,
            identifier: id,
            identifierPrefix: prefixOf(id),
            performanceInsightsEnabled: instance.PerformanceInsightsEnabled,
            port: instance.Endpoint?.Port,
            tagsAll: fromTagList(instance.TagList),
            writer: cluster.DBClusterMembers?.find((each) => each.DBInstanceIdentifier === id)
                ?.IsClusterWriter,
        };
    },

    async update(DBInstanceIdentifier, { olds, news, changed }, aws) {
        const rds = await aws.rds();
        const changes = changesToApi(properties, news, changed);
        if (Object.keys(changes).length > 0) {
            const ApplyImmediately = news.applyImmediately ?? false;
            await rds.modifyDBInstance({ ...changes, DBInstanceIdentifier, ApplyImmediately });
        }
        await updateTags(rds, olds.arn, olds.tagsAll, news.tagsAll);
    },

    async delete(DBInstanceIdentifier, _, aws) {
        const rds = await aws.rds();
        const what = `RDS Cluster Instance ${DBInstanceIdentifier} to be gone`;
        await unlessGone(gone, rds.deleteDBInstance({ DBInstanceIdentifier, SkipFinalSnapshot: true }));
        await until(what, aws, async () => !(await find(rds, DBInstanceIdentifier)) || undefined);
    },
});

async function find(rds: RDS, DBInstanceIdentifier: string): Promise<DBInstance | undefined> {
    const found = await unlessGone(gone, rds.describeDBInstances({ DBInstanceIdentifier }));
    return found?.DBInstances?.[0];
}
