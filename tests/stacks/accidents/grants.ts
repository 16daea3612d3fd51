import { paginateDescribeDBClusterParameterGroups, paginateDescribeDBClusters } from "@aws-sdk/client-rds";
import { parametersOfGroup, policiesOfRole } from "../../support/attached";
import type { Clients } from "../../support/emulator/clients";
import { allowedActions, type AnyPolicyDocument } from "../../../provider/policy/evaluation";
import { everyAction } from "../../support/aws-actions";

/**
 * What the SQL users of a cluster can do with these resources. Aurora MySQL takes the role that a parameter names, and it only
 * can if RDS has associated that role with the cluster.
 */
export async function grantsOf(clients: Clients, resources: readonly string[]): Promise<string[]> {
    const [named, associated] = [await namedRoles(clients), await associatedRoles(clients)];
    const granted = named
        .filter((arn) => associated.includes(arn))
        .map(async (arn) => {
            const documents = Object.values(await policiesOfRole(clients, arn)) as AnyPolicyDocument[];
            return resources.flatMap((resource) =>
                allowedActions(documents, resource, { actions: everyAction }).map(
                    (action) => `${action} ${resource}`,
                ),
            );
        });
    return (await Promise.all(granted)).flat().sort();
}

async function namedRoles(clients: Clients): Promise<string[]> {
    const found: string[] = [];
    for await (const page of paginateDescribeDBClusterParameterGroups({ client: clients.rds }, {})) {
        for (const { DBClusterParameterGroupName: group } of page.DBClusterParameterGroups ?? []) {
            for (const { name, value } of await parametersOfGroup(clients, group!)) {
                if (name === "aws_default_s3_role") found.push(value!);
            }
        }
    }
    return found;
}

async function associatedRoles({ rds }: Clients): Promise<string[]> {
    const found: string[] = [];
    for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client: rds }, {})) {
        for (const { AssociatedRoles = [] } of DBClusters) {
            found.push(
                ...AssociatedRoles.filter(({ Status }) => Status === "ACTIVE").map(({ RoleArn }) => RoleArn!),
            );
        }
    }
    return found;
}
