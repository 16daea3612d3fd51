import { GetRoleCommand } from "@aws-sdk/client-iam";
import { DescribeDBClusterParametersCommand, type DBCluster } from "@aws-sdk/client-rds";
import { evaluateResourcePolicy } from "../../../provider/policy/evaluation";
import type { Emulator } from "../emulator/emulator";
import type { S3Client } from "@aws-sdk/client-s3";

/** What Amazon RDS tells when it assumes a role. */
export type SourceKeys = "sent" | "not sent";

export async function parameterOf({ aws }: Emulator, cluster: DBCluster, name: string): Promise<string> {
    const group = { DBClusterParameterGroupName: cluster.DBClusterParameterGroup };
    const { Parameters = [] } = await aws.rds.send(new DescribeDBClusterParametersCommand(group));
    return Parameters.find(({ ParameterName }) => ParameterName === name)?.ParameterValue ?? "";
}

/** Amazon S3 with the credentials of a role of the cluster; nothing if the cluster cannot assume it. */
export async function asRole(
    emulator: Emulator,
    cluster: DBCluster,
    { roleArn, feature }: { roleArn?: string; feature?: string },
    keys: SourceKeys,
): Promise<S3Client | undefined> {
    const role = cluster.AssociatedRoles?.find(
        (each) => (roleArn === undefined || each.RoleArn === roleArn) && each.FeatureName === feature,
    );
    if (role?.Status !== "ACTIVE") return undefined;
    const RoleName = role.RoleArn!.split("/").at(-1)!;
    const { Role } = await emulator.aws.iam.send(new GetRoleCommand({ RoleName }));
    const trust = decodeURIComponent(Role!.AssumeRolePolicyDocument!);
    const sent = { "aws:SourceAccount": emulator.accountId, "aws:SourceArn": cluster.DBClusterArn! };
    const decision = evaluateResourcePolicy(trust, {
        action: "sts:AssumeRole",
        principal: { Service: "rds.amazonaws.com" },
        context: keys === "sent" ? sent : {},
    });
    if (decision !== "allowed") return undefined;
    return (await emulator.assumeRole(role.RoleArn!)).s3;
}
