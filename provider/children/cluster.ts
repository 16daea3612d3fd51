import { ClusterParameterGroup } from "@pulumi/aws/rds/clusterParameterGroup";
import { ClusterRoleAssociation } from "@pulumi/aws/rds/clusterRoleAssociation";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterAssociation, ClusterParameterSetting } from "../args";
import { auroraMysqlFamily } from "../engine/auroraMysql";
import type { ComponentContext } from "./context";
import type { RoleWithPolicies } from "./role";

/**
 * Associates a cluster with the roles, one after another: RDS refuses a second change while it makes the first. Gives the
 * associations.
 */
export function associateCluster(
    { name: clusterName, clusterIdentifier }: ClusterAssociation,
    roles: readonly RoleWithPolicies[],
    { name, child }: ComponentContext,
): ClusterRoleAssociation[] {
    const associations: ClusterRoleAssociation[] = [];
    for (const { direction, featureName, arn, attachments } of roles) {
        const association = new ClusterRoleAssociation(
            [name, "cluster", clusterName, direction].filter((part) => part !== undefined).join("-"),
            { dbClusterIdentifier: clusterIdentifier, roleArn: arn, featureName },
            {
                ...child,
                // Not by the ARN: a replaced attachment must not tear the association down.
                dependsOn: [...attachments, ...associations.slice(-1)],
                // A cluster has one role for a feature. Without a feature it has the new role before it loses the old one.
                deleteBeforeReplace: featureName !== undefined,
            },
        );
        associations.push(association);
    }
    return associations;
}

/**
 * Makes the cluster parameter group, if asked for, with `ours` before the user's own parameters. It waits for the
 * associations: a cluster takes the role that it names at once.
 */
export function makeParameterGroup(
    ours: Parameters,
    associations: readonly ClusterRoleAssociation[],
    { name, args: { clusterParameterGroup: asked, engineVersion, tags }, child }: ComponentContext,
): ClusterParameterGroup | undefined {
    if (asked === undefined) return undefined;
    return new ClusterParameterGroup(
        `${name}-parameters`,
        {
            name: asked.name,
            description: asked.description,
            family: asked.family ?? pulumi.output(engineVersion!).apply(auroraMysqlFamily),
            parameters: joined(ours, asked.parameters ?? []),
            tags,
        },
        { ...child, dependsOn: [...associations] },
    );
}

type Parameters = pulumi.Input<pulumi.Input<ClusterParameterSetting>[]>;

/** One list of both, in which a preview knows each parameter that it can know. */
function joined(first: Parameters, second: Parameters): Parameters {
    if (Array.isArray(first) && Array.isArray(second)) return [...first, ...second];
    return pulumi.all([first, second]).apply(([one, other]) => [...one, ...other]);
}
