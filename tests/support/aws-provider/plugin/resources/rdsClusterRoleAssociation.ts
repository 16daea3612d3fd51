import type { ClusterRoleAssociationState } from "@pulumi/aws/rds/clusterRoleAssociation";
import type { Aws } from "../clients";
import { optional, regional, required, resource, string, type PropertiesOf } from "../definition";
import { unlessGone } from "../errors";
import { retrying, until } from "../wait";
import { clusterIsBusy, clusterIsGone, roleNotKnownYet } from "./rds";

export const rdsClusterRoleAssociation = resource({
    token: "aws:rds/clusterRoleAssociation:ClusterRoleAssociation",
    properties: {
        dbClusterIdentifier: required(string, { replaces: true }),
        featureName: optional(string, { replaces: true, requiredBefore: "7.10.0" }),
        ...regional,
        roleArn: required(string, { replaces: true }),
    } satisfies PropertiesOf<ClusterRoleAssociationState>,

    async create({ dbClusterIdentifier, roleArn, featureName }, aws) {
        const rds = await aws.rds();
        await retrying([roleNotKnownYet, clusterIsBusy], aws, () =>
            rds.addRoleToDBCluster({
                DBClusterIdentifier: dbClusterIdentifier,
                RoleArn: roleArn,
                FeatureName: named(featureName),
            }),
        );
        return `${dbClusterIdentifier},${roleArn}`;
    },

    async ready(id, aws) {
        await until(`the role of ${id} to be ACTIVE`, aws, async () => {
            const status = (await find(id, aws))?.Status;
            if (status === "ACTIVE" || status === "PENDING") return status === "ACTIVE" || undefined;
            throw new Error(`unexpected state '${status}', wanted target 'ACTIVE'`);
        });
    },

    async read(id, _, aws) {
        const role = await find(id, aws);
        return (
            role && {
                dbClusterIdentifier: parseId(id).DBClusterIdentifier,
                featureName: role.FeatureName ?? "",
                roleArn: role.RoleArn,
            }
        );
    },

    async delete(id, { featureName }, aws) {
        const rds = await aws.rds();
        const request = { ...parseId(id), FeatureName: named(featureName) };
        const removed = await unlessGone(
            [...clusterIsGone, "DBClusterRoleNotFoundFault"],
            retrying([clusterIsBusy], aws, () => rds.removeRoleFromDBCluster(request)),
        );
        if (!removed) return;
        await until(`the role of ${id} to be gone`, aws, async () => !(await find(id, aws)) || undefined);
    },
});

/** Older plugins needed a name, so programs give an empty one where there is none. */
const named = (featureName: string | undefined) => (featureName === "" ? undefined : featureName);

async function find(id: string, aws: Aws) {
    const { DBClusterIdentifier, RoleArn } = parseId(id);
    const rds = await aws.rds();
    const found = await unlessGone(clusterIsGone, rds.describeDBClusters({ DBClusterIdentifier }));
    return found?.DBClusters?.[0]?.AssociatedRoles?.find((role) => role.RoleArn === RoleArn);
}

function parseId(id: string) {
    const [DBClusterIdentifier, RoleArn, ...rest] = id.split(",");
    if (!DBClusterIdentifier || !RoleArn || rest.length > 0) {
        throw new Error(`unexpected format for ID (${id}), expected DBCLUSTERID,ROLEARN`);
    }
    return { DBClusterIdentifier, RoleArn };
}
