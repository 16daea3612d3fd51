import {
    GetPolicyCommand,
    GetPolicyVersionCommand,
    ListAttachedRolePoliciesCommand,
    paginateListPolicies,
    paginateListRoles,
} from "@aws-sdk/client-iam";
import { paginateDescribeDBClusterParameterGroups, paginateDescribeDBClusters } from "@aws-sdk/client-rds";
import { parametersOfGroup } from "../../support/attached";
import type { Clients } from "../../support/emulator/clients";
import type { InlineStack } from "../../support/engine";

/** What a state says that there is in AWS: a line for each resource, as in `inAws`. */
export async function inState(stack: InlineStack): Promise<string[]> {
    const { resources = [] } = await stack.state();
    return (
        resources
            // What is deleted first stays in the state, so marked, until what replaces it is made.
            .filter(({ type, pendingReplacement }) => String(type).startsWith("aws:") && !pendingReplacement)
            .map(({ type, outputs }) => lines[type as keyof typeof lines](revealed(outputs) as never))
            .sort()
    );
}

/** What secrets hold in place of them: an export of the state has it as JSON. */
function revealed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(revealed);
    if (typeof value !== "object" || value === null) return value;
    if ("plaintext" in value) return revealed(JSON.parse(value.plaintext as string));
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, revealed(field)]));
}

const lines = {
    "aws:iam/policy:Policy": ({ arn, policy }: Texts<"arn" | "policy">) => policyLine(arn, policy),
    "aws:iam/role:Role": ({ arn, assumeRolePolicy }: Texts<"arn" | "assumeRolePolicy">) =>
        roleLine(arn, assumeRolePolicy),
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ({ role, policyArn }: Texts<"role" | "policyArn">) =>
        attachmentLine(role, policyArn),
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": (group: {
        name: string;
        parameters: Parameter[];
    }) => groupLine(group.name, group.parameters),
    "aws:rds/clusterRoleAssociation:ClusterRoleAssociation": ({
        dbClusterIdentifier,
        roleArn,
        featureName,
    }: Texts<"dbClusterIdentifier" | "roleArn" | "featureName">) =>
        associationLine(dbClusterIdentifier, roleArn, featureName),
};

type Texts<Names extends string> = Record<Names, string>;

/** All that AWS holds of what the component can make, a line for each: in one Region, and what RDS has in others. */
export async function inAws(clients: Clients, others: readonly Clients[] = []): Promise<string[]> {
    const inRegions = [clients, ...others].map(inRds);
    return [await inIam(clients), ...(await Promise.all(inRegions))].flat().sort();
}

async function inIam(clients: Clients): Promise<string[]> {
    const found: string[] = [];
    const { iam } = clients;
    for await (const { Policies = [] } of paginateListPolicies({ client: iam }, { Scope: "Local" })) {
        for (const { Arn } of Policies) found.push(policyLine(Arn!, await documentOf(clients, Arn!)));
    }
    for await (const { Roles = [] } of paginateListRoles({ client: iam }, {})) {
        for (const { Arn, RoleName, AssumeRolePolicyDocument } of Roles) {
            found.push(roleLine(Arn!, decodeURIComponent(AssumeRolePolicyDocument!)));
            const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
            for (const { PolicyArn } of attached.AttachedPolicies ?? []) {
                found.push(attachmentLine(RoleName!, PolicyArn!));
            }
        }
    }
    return found;
}

async function inRds(clients: Clients): Promise<string[]> {
    const found: string[] = [];
    const { rds } = clients;
    for await (const page of paginateDescribeDBClusterParameterGroups({ client: rds }, {})) {
        for (const { DBClusterParameterGroupName: name } of page.DBClusterParameterGroups ?? []) {
            found.push(groupLine(name!, (await parametersOfGroup(clients, name!)) as Parameter[]));
        }
    }
    for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client: rds }, {})) {
        for (const { DBClusterIdentifier, AssociatedRoles = [] } of DBClusters) {
            for (const { RoleArn, FeatureName } of AssociatedRoles) {
                found.push(associationLine(DBClusterIdentifier!, RoleArn!, FeatureName));
            }
        }
    }
    return found;
}

async function documentOf({ iam }: Clients, PolicyArn: string): Promise<string> {
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    const VersionId = Policy!.DefaultVersionId;
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
    return decodeURIComponent(PolicyVersion!.Document!);
}

interface Parameter {
    name: string;
    value: string;
    applyMethod: string;
}

const policyLine = (arn: string, document: string) => `iam policy ${arn} ${compact(document)}`;
const roleLine = (arn: string, trust: string) => `iam role ${arn} ${compact(trust)}`;
const attachmentLine = (role: string, policyArn: string) => `iam role policy attachment ${role} ${policyArn}`;
/** RDS keeps identifiers in lowercase. */
const associationLine = (cluster: string, roleArn: string, feature = "") =>
    `rds cluster role association ${cluster.toLowerCase()} ${roleArn} ${feature}`.trimEnd();
const groupLine = (name: string, parameters: Parameter[]) => {
    const set = parameters.map((each) => `${each.name}=${each.value} (${each.applyMethod})`).sort();
    return `rds cluster parameter group ${[name, ...set].join(" ")}`;
};

const compact = (json: string) => JSON.stringify(JSON.parse(json));

/** The kind and name of what a line is about, without its content and the endings of automatic names. */
export const nameIn = (line: string): string =>
    line
        .replace(/arn:\S+:(policy|role)\//g, "")
        .replace(/ (\{.*|\S+=.*)$/, "")
        .replace(/-[0-9a-f]{7}\b/g, "");
