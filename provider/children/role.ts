import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { Role } from "@pulumi/aws/iam/role";
import type { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import * as pulumi from "@pulumi/pulumi";
import { policiesOnRole, policyCount, type RolePlan } from "../plan/rolePlan";
import { trustPolicyDocument } from "../policy/trustPolicy";
import { withEnding, type ComponentContext } from "./context";
import { attachPredefinedPolicy, writePolicies, type AttachedPolicy, type WrittenPolicy } from "./policy";

/** A role with its policies. */
export interface RoleWithPolicies extends RolePlan {
    arn: pulumi.Output<string>;
    name: pulumi.Output<string>;
    /** The ARN too, but there only once every policy is attached. */
    arnWhenAttached: pulumi.Output<string>;
    written: WrittenPolicy[];
    predefined: AttachedPolicy | undefined;
    attachments: RolePolicyAttachment[];
}

/** Makes the role, unless there is one, and its policies. */
export function makeRole(plan: RolePlan, context: ComponentContext): RoleWithPolicies {
    const ending = plan.direction === undefined ? "" : `-${plan.direction}`;
    const { arn, name } = existingRole(context) ?? newRole(ending, context);
    const target = { roleName: name, options: attachmentOptions(plan, context) };
    const written = writePolicies(plan.policies, target, context);
    const predefined =
        plan.predefinedPolicy === undefined
            ? undefined
            : attachPredefinedPolicy(plan.predefinedPolicy, target, ending, context);
    const attachments = [...written, ...(predefined ? [predefined] : [])].map(({ attachment }) => attachment);
    // By a property of the attachments that preview knows, so that it can show the ARN of an existing role.
    const urns = attachments.map(({ urn }) => urn);
    const arnWhenAttached = pulumi.all([arn, pulumi.all(urns)]).apply(([it]) => it);
    return { ...plan, arn, name, arnWhenAttached, written, predefined, attachments };
}

/**
 * The provider detaches a policy before it attaches what replaces it, and the cluster is refused in between, or for as long as
 * the update fails. Here the new one comes first, as long as a role may have all the old ones and all the new ones.
 */
function attachmentOptions(plan: RolePlan, { child }: ComponentContext): pulumi.CustomResourceOptions {
    return 2 * policyCount(plan) > policiesOnRole ? child : { ...child, deleteBeforeReplace: false };
}

function existingRole({ args: { existingRoleArn } }: ComponentContext) {
    if (existingRoleArn === undefined) return undefined;
    const arn = pulumi.output(existingRoleArn);
    return { arn, name: arn.apply((it) => it.slice(it.lastIndexOf("/") + 1)) };
}

function newRole(ending: string, context: ComponentContext): Role {
    const { name, args, child } = context;
    return new Role(
        `${name}-role${ending}`,
        {
            name: withEnding(args.roleName, ending),
            description: args.roleDescription,
            assumeRolePolicy: trustPolicy(context),
            permissionsBoundary: args.permissionsBoundary,
            path: args.path,
            tags: args.tags,
        },
        child,
    );
}

function trustPolicy({ args, child }: ComponentContext): pulumi.Output<string> {
    if (args.unconditionalTrust) return pulumi.output(JSON.stringify(trustPolicyDocument()));
    const account = args.sourceAccount ?? getCallerIdentityOutput({}, child).accountId;
    return pulumi
        .all([account, args.sourceArns])
        .apply(([sourceAccount, sourceArns]) =>
            JSON.stringify(trustPolicyDocument({ sourceAccount, sourceArns })),
        );
}
