import {
    GetPolicyCommand,
    GetPolicyVersionCommand,
    GetRoleCommand,
    ListAttachedRolePoliciesCommand,
    type Tag,
} from "@aws-sdk/client-iam";
import { DescribeDBClusterParameterGroupsCommand, ListTagsForResourceCommand } from "@aws-sdk/client-rds";
import { parametersOfGroup } from "../../support/attached";
import type { Clients } from "../../support/emulator/clients";

/** A policy as IAM reports it, with the document of its default version. */
export interface ReportedPolicy {
    arn: string;
    name: string;
    path: string;
    description: string;
    tags: Record<string, string>;
    document: string;
}

/** A role as IAM reports it. */
export interface ReportedRole {
    arn: string;
    name: string;
    path: string;
    description: string;
    tags: Record<string, string>;
    trust: string;
    boundary: string | undefined;
    policies: ReportedPolicy[];
}

export async function reportedRole(aws: Clients, arn: string): Promise<ReportedRole> {
    const RoleName = arn.slice(arn.lastIndexOf("/") + 1);
    const [{ Role }, { AttachedPolicies = [] }] = await Promise.all([
        aws.iam.send(new GetRoleCommand({ RoleName })),
        aws.iam.send(new ListAttachedRolePoliciesCommand({ RoleName })),
    ]);
    return {
        arn: Role!.Arn!,
        name: Role!.RoleName!,
        path: Role!.Path!,
        description: Role!.Description ?? "",
        tags: tagsOf(Role!.Tags),
        trust: decodeURIComponent(Role!.AssumeRolePolicyDocument!),
        boundary: Role!.PermissionsBoundary?.PermissionsBoundaryArn,
        policies: await Promise.all(AttachedPolicies.map(({ PolicyArn }) => reportedPolicy(aws, PolicyArn!))),
    };
}

export async function reportedPolicy({ iam }: Clients, PolicyArn: string): Promise<ReportedPolicy> {
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    const VersionId = Policy!.DefaultVersionId;
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
    return {
        arn: Policy!.Arn!,
        name: Policy!.PolicyName!,
        path: Policy!.Path!,
        description: Policy!.Description ?? "",
        tags: tagsOf(Policy!.Tags),
        document: decodeURIComponent(PolicyVersion!.Document!),
    };
}

const tagsOf = (tags: readonly Tag[] = []) =>
    Object.fromEntries(tags.map(({ Key, Value }) => [Key!, Value!]));

/** A DB cluster parameter group as RDS reports it, with the parameters that were set. */
export interface ReportedGroup {
    name: string;
    family: string;
    description: string;
    tags: Record<string, string>;
    parameters: Awaited<ReturnType<typeof parametersOfGroup>>;
}

export async function reportedGroup(aws: Clients, name: string): Promise<ReportedGroup> {
    const named = { DBClusterParameterGroupName: name };
    const { DBClusterParameterGroups } = await aws.rds.send(
        new DescribeDBClusterParameterGroupsCommand(named),
    );
    const [group] = DBClusterParameterGroups!;
    const ResourceName = group!.DBClusterParameterGroupArn;
    const { TagList } = await aws.rds.send(new ListTagsForResourceCommand({ ResourceName }));
    return {
        name: group!.DBClusterParameterGroupName!,
        family: group!.DBParameterGroupFamily!,
        description: group!.Description!,
        tags: tagsOf(TagList as Tag[]),
        parameters: await parametersOfGroup(aws, name),
    };
}
