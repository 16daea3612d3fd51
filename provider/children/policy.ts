import { Policy } from "@pulumi/aws/iam/policy";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import * as pulumi from "@pulumi/pulumi";
import type { InputKey, InputLocation } from "../plan/access";
import { childNames } from "../plan/childNames";
import { purposes } from "../plan/purposes";
import type { KeyUse, PolicyPlan } from "../plan/rolePlan";
import { awsManagedPolicyArn } from "../policy/arn";
import { kmsPolicyDocument, type Key } from "../policy/kmsPolicy";
import { s3PolicyDocument, type Location } from "../policy/s3Policy";
import type { ProviderFacts } from "../validation/provider";
import {
    computed,
    needsNoOutput,
    onceAccepted,
    passed,
    withEnding,
    type ComponentContext,
    type Computation,
} from "./context";

type Plan = PolicyPlan<InputLocation, InputKey>;

/** A policy on a role. */
export interface AttachedPolicy {
    arn: pulumi.Output<string>;
    attachment: RolePolicyAttachment;
}

/** A policy that the component created, with its document as JSON. */
export interface CreatedPolicy extends AttachedPolicy {
    document: pulumi.Output<string>;
    /** What the document is computed from. */
    computation: Computation<string>;
}

/** What policies are attached to, and how. */
export interface AttachmentTarget {
    roleName: pulumi.Output<string>;
    /** The role that has a given name, and so may have to be deleted before what replaces it is created. */
    namedRole: pulumi.Resource | undefined;
    options: pulumi.CustomResourceOptions;
}

/**
 * Creates the policies of a role and attaches them.
 *
 * They are created last first, each of a direction waiting for the next: what a growing list pushes into the next policy
 * is granted there before it is taken from here.
 */
export function createPolicies(
    plans: readonly Plan[],
    target: AttachmentTarget,
    context: ComponentContext,
): CreatedPolicy[] {
    const policies: CreatedPolicy[] = [];
    let next: { purpose: string; attachment: RolePolicyAttachment } | undefined;
    for (const plan of [...plans].reverse()) {
        const dependsOn = next?.purpose === plan.purpose ? [next.attachment] : [];
        const policy = createPolicy(plan, target, context, dependsOn);
        next = { purpose: plan.purpose, attachment: policy.attachment };
        policies.unshift(policy);
    }
    return policies;
}

function createPolicy(
    plan: Plan,
    { roleName, namedRole, options }: AttachmentTarget,
    context: ComponentContext,
    dependsOn: pulumi.Resource[],
): CreatedPolicy {
    const { name, child } = context;
    const given = purposes[plan.purpose];
    // Where both are deleted first, the engine would delete the policy while the attachment waits for the role's turn.
    const turn = namedRole && context.verdict.planned.inputs.field(given.name) ? [namedRole] : [];
    const childName = `${name}-${childNames.policy(plan)}`;
    const computation = documentOf(plan, context);
    const document = computed(context, computation);

    const policy = new Policy(
        childName,
        {
            name: withEnding(passed(context, given.name), plan.ending),
            description: passed(context, given.description),
            policy: document,
            path: passed(context, "path"),
            tags: passed(context, "tags"),
        },
        { ...child, dependsOn: [...dependsOn, ...turn] },
    );
    const arn = onceAccepted(context, policy.arn);
    const attachment = new RolePolicyAttachment(childName, { role: roleName, policyArn: arn }, options);
    return { arn, document, computation, attachment };
}

/**
 * Attaches an AWS managed policy. Its name is part of the child's: another one is attached before this is taken away.
 *
 * The direction is not, unless there are two roles. Role and policy are all that an attachment is in AWS, so another child of the
 * same two would be created to no effect, and deleting the first would take the policy from the role.
 */
export function attachPredefinedPolicy(
    predefinedPolicy: string,
    { roleName, options }: AttachmentTarget,
    ending: string,
    context: ComponentContext,
): AttachedPolicy {
    const arn = computed(context, {
        from: [],
        compute: ({ partition }) =>
            partition === undefined ? unknown : awsManagedPolicyArn(predefinedPolicy, partition),
    });
    const childName = `${context.name}-${predefinedPolicy}`;
    const isOnly = context.verdict.planned.roles.length === 1;
    const attachment = new RolePolicyAttachment(
        isOnly ? childName : `${childName}${ending}`,
        { role: roleName, policyArn: arn },
        // Its name in earlier states of Aurora PostgreSQL.
        isOnly ? { ...options, aliases: [{ name: `${childName}-import` }] } : options,
    );
    return { arn, attachment };
}

/** The documents of policies: in one output and not two for each, unless they wait for outputs. */
export function documentsOf(
    policies: readonly CreatedPolicy[],
    context: ComponentContext,
): pulumi.Output<string[]> {
    const computations = policies.map(({ computation }) => computation);
    if (!computations.every(needsNoOutput)) return pulumi.all(policies.map(({ document }) => document));
    return computed(context, {
        from: [],
        compute: (provider) => computations.map(({ compute }) => compute(provider, [])),
    });
}

function documentOf(plan: Plan, { engine }: ComponentContext): Computation<string> {
    if (plan.purpose === "kms") {
        return {
            from: plan.keys.map(({ key }) => key.keyArn),
            compute: () => JSON.stringify(kmsPolicyDocument(keysOf(plan.keys))),
        };
    }
    // Only the locations of these pieces, so that a preview knows a policy as soon as it knows these.
    const from = plan.pieces.flatMap(({ location }) => [location.bucket, location.kmsKeyArn]);
    const compute = ({ partition }: ProviderFacts) => {
        const locations = plan.pieces.map(({ location, objects }) => ({ ...locationOf(location), objects }));
        if (partition === undefined && locations.some(({ bucket }) => !bucket.startsWith("arn:")))
            return unknown;
        return JSON.stringify(s3PolicyDocument(engine, plan.purpose, locations, partition ?? ""));
    };
    return { from, compute };
}

/** The keys of a policy whose values are known. */
export function keysOf(uses: readonly KeyUse<InputKey>[]): Key[] {
    return uses.map(({ key, forExport }) => ({ keyArn: key.keyArn.string!, forExport }));
}

/** A location whose values are known. */
export function locationOf({ bucket, objects, kmsKeyArn }: InputLocation): Location {
    return { bucket: bucket.string!, objects, kmsKeyArn: kmsKeyArn?.string };
}

/** Of an output whose value is not known yet. */
export const unknown = pulumi.unknown as never;
