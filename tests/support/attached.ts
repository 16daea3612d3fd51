import {
    GetPolicyCommand,
    GetPolicyVersionCommand,
    GetRoleCommand,
    ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { DescribeDBClusterParametersCommand, DescribeDBClustersCommand } from "@aws-sdk/client-rds";
import type { Clients } from "./emulator/clients";

/** The roles of a cluster, as RDS itself reports them. */
export async function rolesOfCluster(
    { rds }: Clients,
    DBClusterIdentifier: string,
): Promise<{ roleArn: string; status: string; featureName: string | undefined }[]> {
    const { DBClusters } = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
    return (DBClusters?.[0]?.AssociatedRoles ?? []).map(({ RoleArn, Status, FeatureName }) => ({
        roleArn: RoleArn ?? "",
        status: Status ?? "",
        featureName: FeatureName,
    }));
}

/** The parameters that were set in a DB cluster parameter group, as RDS itself reports them. */
export async function parametersOfGroup({ rds }: Clients, DBClusterParameterGroupName: string) {
    const { Parameters = [] } = await rds.send(
        new DescribeDBClusterParametersCommand({ DBClusterParameterGroupName, Source: "user" }),
    );
    return Parameters.map(({ ParameterName, ParameterValue, ApplyMethod }) => ({
        name: ParameterName,
        value: ParameterValue,
        applyMethod: ApplyMethod,
    }));
}

/** The policies on a role with their documents, as IAM itself reports them, by name. */
export async function policiesOfRole({ iam }: Clients, roleArn: string): Promise<Record<string, unknown>> {
    const RoleName = roleArn.split("/").at(-1);
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    const documents = AttachedPolicies.map(async ({ PolicyName, PolicyArn }): Promise<[string, unknown]> => {
        const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
        const VersionId = Policy?.DefaultVersionId;
        const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
        return [PolicyName ?? "", JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? ""))];
    });
    return Object.fromEntries((await Promise.all(documents)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whom a role trusts, as IAM itself reports it. */
export async function trustOfRole({ iam }: Clients, roleArn: string): Promise<unknown> {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: roleArn.split("/").at(-1) }));
    return JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ""));
}
