import type { IAM, Role } from "@aws-sdk/client-iam";
import type { RoleState } from "@pulumi/aws/iam/role";
import {
    boolean,
    integer,
    named,
    object,
    optional,
    output,
    policyDocument,
    required,
    resource,
    set,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";
import { fromTagList, tagChange, toTagList } from "../tags";
import { retrying } from "../wait";

const gone = ["NoSuchEntity"];

/** What was detached a moment ago is not gone everywhere yet. */
const stillAttached = { code: "DeleteConflict" };

/** Someone else changes the role at the same moment. */
export const changedByOthers = { code: "ConcurrentModification" };

const inlinePolicy = object("aws:iam/RoleInlinePolicy:RoleInlinePolicy", {
    name: optional(string),
    policy: optional(policyDocument),
});

/** A principal that was made a moment ago is not known everywhere yet. */
const principalNotFound = { code: "MalformedPolicyDocument", message: "Invalid principal in policy" };

export const iamRole = resource({
    token: "aws:iam/role:Role",
    properties: {
        arn: output(string),
        assumeRolePolicy: required(policyDocument),
        createDate: output(string),
        description: optional(string),
        forceDetachPolicies: optional(boolean, { default: false, unreadable: true }),
        inlinePolicies: output(set(inlinePolicy)),
        managedPolicyArns: output(set(string)),
        maxSessionDuration: optional(integer, { default: 3600 }),
        ...named(64),
        path: optional(string, { replaces: true, default: "/" }),
        permissionsBoundary: optional(string),
        ...tagged,
        uniqueId: output(string),
    } satisfies PropertiesOf<RoleState>,

    async create(inputs, aws) {
        const iam = await aws.iam();
        const { Role } = await retrying([principalNotFound, changedByOthers], aws, () =>
            iam.createRole({
                RoleName: inputs.name ?? prefixedName(inputs.namePrefix!),
                AssumeRolePolicyDocument: inputs.assumeRolePolicy,
                Path: inputs.path,
                Description: inputs.description,
                MaxSessionDuration: inputs.maxSessionDuration,
                PermissionsBoundary: inputs.permissionsBoundary,
                Tags: toTagList(inputs.tagsAll),
            }),
        );
        return Role!.RoleName!;
    },

    async read(RoleName, _, aws) {
        const iam = await aws.iam();
        const role = (await unlessGone(gone, iam.getRole({ RoleName })))?.Role;
        if (!role) return undefined;
        return {
            ...stateOfRole(role),
            inlinePolicies: await inlinePolicies(iam, RoleName),
            managedPolicyArns: await managedPolicyArns(iam, RoleName),
            namePrefix: prefixOf(RoleName),
        };
    },

    async update(RoleName, { olds, news, changed }, aws) {
        const iam = await aws.iam();
        if (changed("assumeRolePolicy")) {
            const PolicyDocument = news.assumeRolePolicy;
            await retrying([principalNotFound], aws, () =>
                iam.updateAssumeRolePolicy({ RoleName, PolicyDocument }),
            );
        }
        const { description: Description = "", maxSessionDuration: MaxSessionDuration } = news;
        if (changed("description")) await iam.updateRoleDescription({ RoleName, Description });
        // With the description too: moto takes one that is left out for an empty one.
        if (changed("maxSessionDuration"))
            await iam.updateRole({ RoleName, Description, MaxSessionDuration });
        if (changed("permissionsBoundary")) {
            const { permissionsBoundary: PermissionsBoundary } = news;
            await (PermissionsBoundary
                ? iam.putRolePermissionsBoundary({ RoleName, PermissionsBoundary })
                : iam.deleteRolePermissionsBoundary({ RoleName }));
        }
        const tags = tagChange(olds.tagsAll, news.tagsAll);
        if (tags.removed.length > 0) await iam.untagRole({ RoleName, TagKeys: tags.removed });
        if (tags.set.length > 0) await iam.tagRole({ RoleName, Tags: tags.set });
    },

    /** The real provider takes off what it knows of the role from its own state, and the rest only if told to. */
    async delete(RoleName, { forceDetachPolicies, inlinePolicies: inline, managedPolicyArns: managed }, aws) {
        const iam = await aws.iam();
        if (forceDetachPolicies || inline?.length) {
            for (const { name } of (await unlessGone(gone, inlinePolicies(iam, RoleName))) ?? []) {
                await unlessGone(gone, iam.deleteRolePolicy({ RoleName, PolicyName: name }));
            }
        }
        if (forceDetachPolicies || managed?.length) {
            for (const PolicyArn of (await unlessGone(gone, managedPolicyArns(iam, RoleName))) ?? []) {
                await unlessGone(gone, iam.detachRolePolicy({ RoleName, PolicyArn }));
            }
        }
        const deleteRole = () => iam.deleteRole({ RoleName });
        await unlessGone(gone, retrying([stillAttached], aws, deleteRole));
    },
});

/** What AWS says of a role in one answer. */
export const stateOfRole = (role: Role) => ({
    arn: role.Arn,
    assumeRolePolicy: decodeURIComponent(role.AssumeRolePolicyDocument!),
    createDate: role.CreateDate!.toISOString().replace(/\.\d+Z$/, "Z"),
    description: role.Description ?? "",
    maxSessionDuration: role.MaxSessionDuration,
    name: role.RoleName,
    path: role.Path,
    permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
    tagsAll: fromTagList(role.Tags),
    uniqueId: role.RoleId,
});

async function inlinePolicies(iam: IAM, RoleName: string) {
    const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
    return Promise.all(
        PolicyNames.map(async (PolicyName) => {
            const { PolicyDocument } = await iam.getRolePolicy({ RoleName, PolicyName });
            return { name: PolicyName, policy: decodeURIComponent(PolicyDocument!) };
        }),
    );
}

async function managedPolicyArns(iam: IAM, RoleName: string): Promise<string[]> {
    const { AttachedPolicies = [] } = await iam.listAttachedRolePolicies({ RoleName });
    return AttachedPolicies.map(({ PolicyArn }) => PolicyArn!);
}
