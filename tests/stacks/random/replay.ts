import type { ChangeCall } from "../../support/emulator/emulator";
import { evaluateResourcePolicy } from "../../../provider/policy/evaluation";
import { account, clusterArn } from "../../support/inputs/clusters";

const arnOf = (kind: string, { Path = "/" }: Record<string, string>, name: string) =>
    `arn:aws:iam::${account}:${kind}${Path}${name}`;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-iam-awsmanpol.html */
const ofAws = (...Action: string[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
const managed: [string, string][] = [
    ["arn:aws:iam::aws:policy/AmazonS3FullAccess", ofAws("s3:*", "s3-object-lambda:*")],
    [
        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        ofAws("s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"),
    ],
];

interface Role {
    arn: string;
    trust: string;
    boundary: string | undefined;
    policies: Set<string>;
}

/** What there is in AWS after each of the calls that have changed something. */
export class Replay {
    private readonly policies = new Map<string, string>(managed);
    private readonly roles = new Map<string, Role>();
    /** By the ARN of the cluster: the features of its roles, by theirs. */
    private readonly clusters = new Map<string, Map<string, string>>();
    /** By the name of the parameter group: the roles that its parameters name, by parameter. */
    private readonly groups = new Map<string, Map<string, string>>();

    apply({ operation, region, parameters: it }: ChangeCall): void {
        const cluster = () =>
            this.rolesOf(clusterArn({ clusterIdentifier: it.DBClusterIdentifier!, region }));
        const role = () => this.roles.get(it.RoleName!)!;
        const group = () => this.groups.get(it.DBClusterParameterGroupName!)!;
        switch (operation) {
            case "iam:CreatePolicy":
                return void this.policies.set(arnOf("policy", it, it.PolicyName!), it.PolicyDocument!);
            case "iam:CreatePolicyVersion":
                return void this.policies.set(it.PolicyArn!, it.PolicyDocument!);
            case "iam:DeletePolicy":
                return void this.policies.delete(it.PolicyArn!);
            case "iam:CreateRole":
                return void this.roles.set(it.RoleName!, {
                    arn: arnOf("role", it, it.RoleName!),
                    trust: it.AssumeRolePolicyDocument!,
                    boundary: it.PermissionsBoundary,
                    policies: new Set(),
                });
            case "iam:DeleteRole":
                return void this.roles.delete(it.RoleName!);
            case "iam:UpdateAssumeRolePolicy":
                return void (role().trust = it.PolicyDocument!);
            case "iam:PutRolePermissionsBoundary":
                return void (role().boundary = it.PermissionsBoundary);
            case "iam:DeleteRolePermissionsBoundary":
                return void (role().boundary = undefined);
            case "iam:AttachRolePolicy":
                return void role().policies.add(it.PolicyArn!);
            case "iam:DetachRolePolicy":
                return void role().policies.delete(it.PolicyArn!);
            case "rds:CreateDBClusterParameterGroup":
                return void this.groups.set(it.DBClusterParameterGroupName!, new Map());
            case "rds:ModifyDBClusterParameterGroup":
                for (const [name, value] of parametersIn(it)) group().set(name, value);
                return;
            case "rds:ResetDBClusterParameterGroup":
                for (const [name] of parametersIn(it)) group().delete(name);
                return;
            case "rds:DeleteDBClusterParameterGroup":
                return void this.groups.delete(it.DBClusterParameterGroupName!);
            case "rds:AddRoleToDBCluster":
                return void cluster().set(it.RoleArn!, it.FeatureName ?? "");
            case "rds:RemoveRoleFromDBCluster":
                return void cluster().delete(it.RoleArn!);
        }
    }

    private rolesOf(cluster: string): Map<string, string> {
        if (!this.clusters.has(cluster)) this.clusters.set(cluster, new Map());
        return this.clusters.get(cluster)!;
    }

    /** The roles that parameter groups name. */
    namedRoles(): Set<string> {
        return new Set([...this.groups.values()].flatMap((parameters) => [...parameters.values()]));
    }

    /** The policies that the database users of a cluster act by, through those of its roles that they use. */
    policiesFor(cluster: string, isUsed: (roleArn: string) => boolean): EffectivePolicy[] {
        return [...this.rolesOf(cluster)].flatMap(([arn, feature]) => {
            const role = [...this.roles.values()].find((each) => each.arn === arn);
            if (!role || !isUsed(arn) || !isTrusting(role.trust, cluster)) return [];
            return [...role.policies].map((policy) => ({
                name: policy.slice(policy.lastIndexOf("/") + 1),
                feature,
                boundary: role.boundary,
                document: this.policies.get(policy) ?? "",
            }));
        });
    }
}

/** What of a policy decides on what it lets a cluster do. */
export interface EffectivePolicy {
    name: string;
    feature: string;
    boundary: string | undefined;
    document: string;
}

/** Parameters as the query protocol numbers them: `Parameters.Parameter.1.ParameterName`. */
function parametersIn(it: Record<string, string>): [string, string][] {
    return Object.keys(it)
        .filter((key) => key.endsWith(".ParameterName"))
        .map((key) => [it[key]!, it[key.replace(/Name$/, "Value")] ?? ""]);
}

function isTrusting(trust: string, cluster: string): boolean {
    const context = { "aws:SourceAccount": account, "aws:SourceArn": cluster };
    const principal = { Service: "rds.amazonaws.com" };
    return evaluateResourcePolicy(trust, { action: "sts:AssumeRole", principal, context }) === "allowed";
}
