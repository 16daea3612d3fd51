import { ClusterParameterGroup } from "@pulumi/aws/rds/clusterParameterGroup";
import { ClusterRoleAssociation } from "@pulumi/aws/rds/clusterRoleAssociation";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterAssociation, ClusterParameter } from "../args";
import { auroraMysqlFamily } from "../engine/auroraMysql";
import type { ComponentContext } from "./context";
import type { RoleWithPolicies } from "./role";

/** Associates a cluster with the roles, one after another: RDS refuses a second change while it makes the first. */
export function associateCluster(
    { name: clusterName, clusterIdentifier }: ClusterAssociation,
    roles: readonly RoleWithPolicies[],
    { name, child }: ComponentContext,
): void {
    let before: ClusterRoleAssociation[] = [];
    for (const { direction, featureName, arn, attachments } of roles) {
        const association = new ClusterRoleAssociation(
            [name, "cluster", clusterName, direction].filter((part) => part !== undefined).join("-"),
            { dbClusterIdentifier: clusterIdentifier, roleArn: arn, featureName },
            {
                ...child,
                // Not by the ARN: a replaced attachment must not tear the association down.
                dependsOn: [...attachments, ...before],
                // A cluster has a role once, so that a replacement cannot be made before the old one is gone.
                deleteBeforeReplace: true,
            },
        );
        before = [association];
    }
}

/** Makes the cluster parameter group, if asked for, with `ours` before the user's own parameters. */
export function makeParameterGroup(
    ours: pulumi.Output<ClusterParameter[]>,
    { name, args: { clusterParameterGroup: asked, engineVersion, tags }, child }: ComponentContext,
): ClusterParameterGroup | undefined {
    if (asked === undefined) return undefined;
    const theirs = pulumi.output(asked.parameters ?? []);
    return new ClusterParameterGroup(
        `${name}-parameters`,
        {
            name: asked.name,
            description: asked.description,
            family: asked.family ?? pulumi.output(engineVersion!).apply(auroraMysqlFamily),
            parameters: pulumi.all([ours, theirs]).apply(([first, second]) => [...first, ...second]),
            tags,
        },
        child,
    );
}
