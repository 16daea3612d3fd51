import type { DBCluster } from "@aws-sdk/client-rds";
import { fromApi } from "../api";
import { prefixOf } from "../names";
import { fromTagList } from "../tags";
import { clusterProperties, type ClusterState } from "./rdsClusterProperties";

/** A cluster's properties, from what AWS says of it. */
export function stateOf(cluster: DBCluster, known: Partial<ClusterState>): Partial<ClusterState> {
    const capacity = cluster.ServerlessV2ScalingConfiguration;
    return {
        ...fromApi(clusterProperties, cluster),
        clusterIdentifier: cluster.DBClusterIdentifier,
        clusterIdentifierPrefix: prefixOf(cluster.DBClusterIdentifier!),
        clusterMembers: cluster.DBClusterMembers?.map((member) => member.DBInstanceIdentifier!),
        dbClusterParameterGroupName: cluster.DBClusterParameterGroup,
        dbSubnetGroupName: cluster.DBSubnetGroup,
        enableHttpEndpoint: cluster.HttpEndpointEnabled,
        enabledCloudwatchLogsExports: cluster.EnabledCloudwatchLogsExports,
        engineVersion: versionAsGiven(cluster, known.engineVersion),
        engineVersionActual: cluster.EngineVersion,
        iamDatabaseAuthenticationEnabled: cluster.IAMDatabaseAuthenticationEnabled,
        iamRoles: cluster.AssociatedRoles?.map((role) => role.RoleArn!) ?? [],
        masterUserSecrets: cluster.MasterUserSecret && [
            {
                kmsKeyId: cluster.MasterUserSecret.KmsKeyId,
                secretArn: cluster.MasterUserSecret.SecretArn,
                secretStatus: cluster.MasterUserSecret.SecretStatus,
            },
        ],
        serverlessv2ScalingConfiguration: capacity && {
            maxCapacity: capacity.MaxCapacity!,
            minCapacity: capacity.MinCapacity!,
            secondsUntilAutoPause: capacity.SecondsUntilAutoPause,
        },
        // AWS does not tell these two; an imported cluster is to be deletable.
        deleteAutomatedBackups: known.deleteAutomatedBackups ?? true,
        skipFinalSnapshot: known.skipFinalSnapshot ?? true,
        tagsAll: fromTagList(cluster.TagList),
        vpcSecurityGroupIds: cluster.VpcSecurityGroups?.map((group) => group.VpcSecurityGroupId!),
    };
}

/** The version that the program gave, while the cluster has it, one more exact, or waits for it. */
function versionAsGiven({ EngineVersion, PendingModifiedValues }: DBCluster, given: string | undefined) {
    if (!given) return EngineVersion;
    const isMet = EngineVersion === given || EngineVersion?.startsWith(`${given}.`);
    return isMet || PendingModifiedValues?.EngineVersion === given ? given : EngineVersion;
}
