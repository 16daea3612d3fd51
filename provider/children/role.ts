import { Role } from "@pulumi/aws/iam/role";
import type { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import type * as pulumi from "@pulumi/pulumi";
import { sourceConditionsOf, type InputRole } from "../plan/access";
import { childNames } from "../plan/childNames";
import { directionEnding, policiesOnRole, policyCount } from "../plan/rolePlan";
import { trustPolicyDocument } from "../policy/trustPolicy";
import type { Known } from "../values/known";
import { computed, onceAccepted, passed, passedValue, withEnding, type ComponentContext } from "./context";
import {
    attachPredefinedPolicy,
    createPolicies,
    unknown,
    type AttachedPolicy,
    type CreatedPolicy,
} from "./policy";

/** A role with its policies. */
export interface RoleWithPolicies {
    plan: InputRole;
    arn: pulumi.Output<string>;
    name: pulumi.Output<string>;
    /** The ARN too, but known only once every policy is attached. */
    arnWhenAttached: pulumi.Output<string>;
    created: CreatedPolicy[];
    predefined: AttachedPolicy | undefined;
    attachments: RolePolicyAttachment[];
}

/** Creates the role, unless one exists, and its policies. */
export function createRole(plan: InputRole, context: ComponentContext): RoleWithPolicies {
    const { inputs } = context.verdict.planned;
    const existing = inputs.field("existingRoleArn");
    const own = existing === undefined ? newRole(plan, context) : undefined;
    const role = own ?? existingRole(existing!, context);
    // What waits for the role waits for the verdict first: else it would wait in vain where the inputs are not right.
    const [arn, name] = [onceAccepted(context, role.arn), onceAccepted(context, role.name)];
    const target = {
        roleName: name,
        namedRole: inputs.field("roleName") && own,
        options: attachmentOptions(plan, context),
    };
    const created = createPolicies(plan.policies, target, context);
    const predefined =
        plan.predefinedPolicy === undefined
            ? undefined
            : attachPredefinedPolicy(plan.predefinedPolicy, target, directionEnding(plan.direction), context);
    const attachments = [...created, ...(predefined ? [predefined] : [])].map(({ attachment }) => attachment);
    // By a property of the attachments that preview knows, so that it can show the ARN of an existing role.
    const attached = attachments.reduce((result, { urn }) => urn.apply(() => result), arn);
    const arnWhenAttached = onceAccepted(context, attached);
    return { plan, arn, name, arnWhenAttached, created, predefined, attachments };
}

/**
 * The provider detaches a policy before it attaches what replaces it, and the cluster is refused in between, or for as long as
 * the update fails. Here the new one comes first, as long as a role may have all the old ones and all the new ones.
 */
function attachmentOptions(plan: InputRole, { child }: ComponentContext): pulumi.CustomResourceOptions {
    return 2 * policyCount(plan) > policiesOnRole ? child : { ...child, deleteBeforeReplace: false };
}

function existingRole(known: Known, context: ComponentContext) {
    return {
        arn: passedValue(context, known) as pulumi.Output<string> | string,
        name: computed(context, {
            from: [known],
            compute: () => known.string!.slice(known.string!.lastIndexOf("/") + 1),
        }),
    };
}

function newRole(plan: InputRole, context: ComponentContext): Role {
    const { name, child } = context;
    return new Role(
        `${name}-${childNames.role(plan)}`,
        {
            name: withEnding(passed(context, "roleName"), directionEnding(plan.direction)),
            description: passed(context, "roleDescription"),
            assumeRolePolicy: trustPolicy(context),
            permissionsBoundary: passed(context, "permissionsBoundary"),
            // What others attached to it, such as the tools of an organization, would keep it from being deleted.
            forceDetachPolicies: true,
            path: passed(context, "path"),
            tags: passed(context, "tags"),
        },
        child,
    );
}

function trustPolicy(context: ComponentContext): pulumi.Input<string> {
    const { inputs } = context.verdict.planned;
    const sourceConditions = sourceConditionsOf(context.verdict.planned);
    if (sourceConditions === "None") return JSON.stringify(trustPolicyDocument({ sourceConditions }));
    const [account, arns] = [inputs.field("sourceAccount"), inputs.field("sourceArns")];
    return computed(context, {
        from: [account, arns],
        compute(provider) {
            const sourceAccount = account?.string ?? provider.account;
            if (sourceAccount === undefined) return unknown;
            const sourceArns = arns?.items.map(({ string }) => string!);
            return JSON.stringify(trustPolicyDocument({ sourceConditions, sourceAccount, sourceArns }));
        },
    });
}
