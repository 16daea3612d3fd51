import { CreatePolicyVersionCommand, DetachRolePolicyCommand } from "@aws-sdk/client-iam";
import { ModifyDBClusterParameterGroupCommand, RemoveRoleFromDBClusterCommand } from "@aws-sdk/client-rds";
import { setTimeout } from "node:timers/promises";
import { rolesOfCluster } from "../../support/attached";
import { policyDocument } from "../../support/emulator/builders";
import type { Clients } from "../../support/emulator/clients";
import { roleNameOf, type Made } from "./sales";

/** As the console does: with a new version, which is made the default. */
export async function editPolicy({ iam }: Clients, PolicyArn: string, ...statements: object[]) {
    const PolicyDocument = policyDocument(...statements);
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
}

export async function detach({ iam }: Clients, roleArn: string, PolicyArn: string) {
    await iam.send(new DetachRolePolicyCommand({ RoleName: roleNameOf(roleArn), PolicyArn }));
}

/** RDS says that it will, and does it a little later. */
export async function takeFromCluster(
    clients: Clients,
    DBClusterIdentifier: string,
    RoleArn: string,
    FeatureName?: string,
) {
    const role = { DBClusterIdentifier, RoleArn, FeatureName };
    await clients.rds.send(new RemoveRoleFromDBClusterCommand(role));
    while ((await rolesOfCluster(clients, DBClusterIdentifier)).some(({ roleArn }) => roleArn === RoleArn)) {
        await setTimeout(50);
    }
}

export async function setParameter({ rds }: Clients, made: Made, ParameterName: string, value: string) {
    await rds.send(
        new ModifyDBClusterParameterGroupCommand({
            DBClusterParameterGroupName: made.clusterParameterGroupName,
            Parameters: [{ ParameterName, ParameterValue: value, ApplyMethod: "immediate" }],
        }),
    );
}
