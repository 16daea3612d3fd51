import type { DBCluster, RDS } from "@aws-sdk/client-rds";
import { changesToApi, toApi } from "../api";
import type { Aws } from "../clients";
import { resource } from "../definition";
import { unlessGone } from "../errors";
import { prefixedName } from "../names";
import { toTagList } from "../tags";
import { retrying, until } from "../wait";
import { clusterIsBusy, clusterIsGone, roleNotKnownYet, updateTags } from "./rds";
import {
    clusterProperties as properties,
    type ClusterInputs,
    type ClusterState,
} from "./rdsClusterProperties";
import { stateOf } from "./rdsClusterState";

const notToBeModifiedYet = [
    { ...clusterIsBusy, seconds: 300 },
    { ...roleNotKnownYet, seconds: 300 },
];

/** Other states, such as that with instances, do not go away. */
const notToBeDeletedYet = [
    { ...clusterIsBusy, message: "is not currently in the available state", seconds: 120 },
];

export const rdsCluster = resource({
    token: "aws:rds/cluster:Cluster",
    seconds: 120 * 60,
    properties,

    async create(inputs, aws) {
        const rds = await aws.rds();
        const DBClusterIdentifier =
            inputs.clusterIdentifier ?? prefixedName(inputs.clusterIdentifierPrefix ?? "tf-");
        const { DBCluster } = await retrying([roleNotKnownYet], aws, () =>
            rds.createDBCluster({
                Engine: inputs.engine,
                ...toApi(properties, inputs),
                ...capacityOf(inputs),
                DBClusterIdentifier,
                EnableCloudwatchLogsExports: inputs.enabledCloudwatchLogsExports,
                Tags: toTagList(inputs.tagsAll),
            }),
        );
        return DBCluster!.DBClusterIdentifier!;
    },

    async finish(id, { iamRoles = [] }, aws) {
        await isAvailable(id, aws);
        for (const role of iamRoles) await addRole(id, role, aws);
    },

    ready: isAvailable,

    async read(id, known, aws) {
        const rds = await aws.rds();
        const cluster = await find(rds, id);
        return cluster && stateOf(cluster, known);
    },

    async update(id, { olds, news, changed }, aws) {
        const rds = await aws.rds();
        const changes = {
            ...changesToApi(properties, news, changed),
            ...(changed("serverlessv2ScalingConfiguration") && capacityOf(news)),
            ...(changed("enabledCloudwatchLogsExports") && logExports(olds, news)),
        };
        if (Object.keys(changes).length > 0) {
            await retrying(notToBeModifiedYet, aws, () =>
                rds.modifyDBCluster({
                    ...changes,
                    DBClusterIdentifier: id,
                    AllowMajorVersionUpgrade: news.allowMajorVersionUpgrade,
                    ApplyImmediately: news.applyImmediately ?? false,
                }),
            );
        }
        if (changed("iamRoles")) {
            const [before, after] = [olds.iamRoles ?? [], news.iamRoles ?? []];
            await isAvailable(id, aws);
            for (const role of before.filter((each) => !after.includes(each)))
                await removeRole(id, role, aws);
            for (const role of after.filter((each) => !before.includes(each))) await addRole(id, role, aws);
        }
        await updateTags(rds, olds.arn, olds.tagsAll, news.tagsAll);
    },

    async delete(id, { skipFinalSnapshot, finalSnapshotIdentifier, deleteAutomatedBackups }, aws) {
        const rds = await aws.rds();
        if (!skipFinalSnapshot && !finalSnapshotIdentifier) {
            throw new Error(
                "RDS Cluster final_snapshot_identifier is required when skip_final_snapshot is false",
            );
        }
        const deleteCluster = () =>
            rds.deleteDBCluster({
                DBClusterIdentifier: id,
                DeleteAutomatedBackups: deleteAutomatedBackups,
                FinalDBSnapshotIdentifier: skipFinalSnapshot ? undefined : finalSnapshotIdentifier,
                SkipFinalSnapshot: skipFinalSnapshot,
            });
        await unlessGone(clusterIsGone, retrying(notToBeDeletedYet, aws, deleteCluster));
        await until(`RDS Cluster ${id} to be gone`, aws, async () => !(await find(rds, id)) || undefined);
    },
});

const capacityOf = ({ serverlessv2ScalingConfiguration: capacity }: ClusterInputs) => ({
    ServerlessV2ScalingConfiguration: capacity && {
        MaxCapacity: capacity.maxCapacity,
        MinCapacity: capacity.minCapacity,
        SecondsUntilAutoPause: capacity.secondsUntilAutoPause,
    },
});

function logExports(olds: ClusterState, news: ClusterInputs) {
    const { enabledCloudwatchLogsExports: before = [] } = olds;
    const { enabledCloudwatchLogsExports: after = [] } = news;
    return {
        CloudwatchLogsExportConfiguration: {
            EnableLogTypes: after.filter((each) => !before.includes(each)),
            DisableLogTypes: before.filter((each) => !after.includes(each)),
        },
    };
}

async function find(rds: RDS, DBClusterIdentifier: string): Promise<DBCluster | undefined> {
    const found = await unlessGone(clusterIsGone, rds.describeDBClusters({ DBClusterIdentifier }));
    return found?.DBClusters?.[0];
}

async function isAvailable(id: string, aws: Aws): Promise<void> {
    const rds = await aws.rds();
    await until(`RDS Cluster ${id} to be available`, aws, async () => {
        const status = (await find(rds, id))?.Status ?? "gone";
        if (/gone|deleting|fail/.test(status)) {
            throw new Error(`unexpected state '${status}', wanted target 'available'`);
        }
        return status === "available" || undefined;
    });
}

/** At once or not at all: only associations of their own wait for IAM, or for the cluster. */
async function addRole(DBClusterIdentifier: string, RoleArn: string, aws: Aws): Promise<void> {
    const rds = await aws.rds();
    await rds.addRoleToDBCluster({ DBClusterIdentifier, RoleArn });
}

/** Waits as well, or the role that leaves would still be read as one of the cluster's. */
async function removeRole(DBClusterIdentifier: string, RoleArn: string, aws: Aws): Promise<void> {
    const rds = await aws.rds();
    await rds.removeRoleFromDBCluster({ DBClusterIdentifier, RoleArn });
    await until(`${RoleArn} to leave RDS Cluster ${DBClusterIdentifier}`, aws, async () => {
        const cluster = await find(rds, DBClusterIdentifier);
        return !cluster?.AssociatedRoles?.some((role) => role.RoleArn === RoleArn) || undefined;
    });
}
