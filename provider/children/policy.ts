import { Policy } from "@pulumi/aws/iam/policy";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import * as pulumi from "@pulumi/pulumi";
import type { KmsKey, S3Location } from "../args";
import { awsManagedPolicyArn } from "../policy/arn";
import { kmsPolicyDocument } from "../policy/kmsPolicy";
import type { KeyUse, PolicyPlan } from "../plan/rolePlan";
import { s3PolicyDocument } from "../policy/s3Policy";
import type { Piece } from "../policy/split";
import { withEnding, type ComponentContext } from "./context";

/** A policy on a role. */
export interface AttachedPolicy {
    arn: pulumi.Output<string>;
    attachment: RolePolicyAttachment;
}

/** A policy that the component wrote, with its document as JSON. */
export interface WrittenPolicy extends AttachedPolicy {
    document: pulumi.Output<string>;
}

/** What policies are attached to, and how. */
export interface AttachmentTarget {
    roleName: pulumi.Output<string>;
    options: pulumi.CustomResourceOptions;
}

/**
 * Writes the policies of a role and attaches them.
 *
 * They are made last first, each of a direction waiting for the next: what a growing list pushes into the next policy
 * is granted there before it is taken from here.
 */
export function writePolicies(
    plans: readonly PolicyPlan[],
    target: AttachmentTarget,
    context: ComponentContext,
): WrittenPolicy[] {
    const policies: WrittenPolicy[] = [];
    let next: { purpose: string; attachment: RolePolicyAttachment } | undefined;
    for (const plan of [...plans].reverse()) {
        const dependsOn = next?.purpose === plan.purpose ? [next.attachment] : [];
        const policy = writePolicy(plan, target, context, dependsOn);
        next = { purpose: plan.purpose, attachment: policy.attachment };
        policies.unshift(policy);
    }
    return policies;
}

function writePolicy(
    plan: PolicyPlan,
    { roleName, options }: AttachmentTarget,
    context: ComponentContext,
    dependsOn: pulumi.Resource[],
): WrittenPolicy {
    const { name, args, child } = context;
    const { path, tags } = args;
    const childName = `${name}-${plan.purpose}${plan.ending}`;
    const given = {
        import: { name: args.importPolicyName, description: args.importPolicyDescription },
        export: { name: args.exportPolicyName, description: args.exportPolicyDescription },
        kms: { name: args.kmsPolicyName, description: args.kmsPolicyDescription },
    }[plan.purpose];
    const document = policyJson(plan, context);

    const { arn } = new Policy(
        childName,
        {
            name: withEnding(given.name, plan.ending),
            description: given.description,
            policy: document,
            path,
            tags,
        },
        { ...child, dependsOn },
    );
    const attachment = new RolePolicyAttachment(childName, { role: roleName, policyArn: arn }, options);
    return { arn, document, attachment };
}

/** Attaches a policy of AWS. Its name is part of the child's: another one is attached before this is taken away. */
export function attachPredefinedPolicy(
    predefinedPolicy: string,
    { roleName, options }: AttachmentTarget,
    ending: string,
    { name, partition }: ComponentContext,
): AttachedPolicy {
    const arn = partition.apply((it) => awsManagedPolicyArn(predefinedPolicy, it));
    const attachment = new RolePolicyAttachment(
        `${name}-${predefinedPolicy}${ending}`,
        { role: roleName, policyArn: arn },
        options,
    );
    return { arn, attachment };
}

function policyJson(plan: PolicyPlan, { args, engine, partition }: ComponentContext): pulumi.Output<string> {
    if (plan.purpose === "kms") {
        return keysOf(plan.keys, args.kmsKeys).apply((keys) => JSON.stringify(kmsPolicyDocument(keys)));
    }
    const { purpose: direction, pieces } = plan;
    const locations = locationsOf(pieces, direction === "import" ? args.importFrom : args.exportTo);
    return pulumi
        .all([locations, partition])
        .apply((known) => JSON.stringify(s3PolicyDocument(engine, direction, ...known)));
}

function keysOf(uses: readonly KeyUse[], keys: readonly KmsKey[] = []) {
    return pulumi.all(uses.map(({ index, forExport }) => ({ keyArn: keys[index]!.keyArn, forExport })));
}

/** Only the locations of these pieces, so that a preview knows a policy as soon as it knows these. */
function locationsOf(pieces: readonly Piece[], locations: readonly S3Location[] = []) {
    return pulumi.all(
        pieces.map(({ location, objects }) => ({
            bucket: locations[location]!.bucket,
            kmsKeyArn: locations[location]!.kmsKeyArn,
            objects: [...objects],
        })),
    );
}
