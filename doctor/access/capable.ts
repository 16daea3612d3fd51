import { bucketArn, objectArn } from "../../provider/policy/arn";
import {
    evaluateAccess,
    type AccessDecision,
    type AccessPolicies,
    type NamedPolicy,
} from "../../provider/policy/evaluation";
import { permissions, type Direction, type Engine } from "../../provider/policy/permissions";
import type { BucketFacts, Fact, Location, PolicyFacts, RoleFacts } from "../facts";
import { isRead } from "../facts";
import { keyToTry } from "./keys";

/** The policies of a role. Those that were not read have no document. */
export function policiesOf({ attachedPolicies, inlinePolicies }: RoleFacts): NamedPolicy[] {
    return [
        ...named(attachedPolicies, "the attached policies"),
        ...named(inlinePolicies, "the inline policies"),
    ];
}

function named(policies: Fact<readonly PolicyFacts[]>, what: string): NamedPolicy[] {
    return isRead(policies) ? policies.read.map(namedPolicy) : [{ name: what, document: undefined }];
}

export const namedPolicy = ({ name, document }: PolicyFacts): NamedPolicy => ({
    name,
    document: isRead(document) ? document.read : undefined,
});

export function policyOf(policy: Fact<string | undefined>, name: string): NamedPolicy | undefined {
    if (!isRead(policy)) return { name, document: undefined };
    return policy.read === undefined ? undefined : { name, document: policy.read };
}

/** Whether the policies of a role, or of a bucket, allow the role anything that the direction needs. Without locations, nobody can tell. */
export function isCapable(
    role: RoleFacts,
    engine: Engine,
    direction: Direction,
    locations: readonly Location[],
    buckets: readonly BucketFacts[],
): "true" | "false" | "unknown" {
    if (locations.length === 0) return "unknown";
    const { bucket: onBucket, objects: onObjects } = permissions[engine][direction];
    const [, partition = "aws"] = role.arn.split(":");
    const identity = policiesOf(role);
    const answers = locations.flatMap((location) => {
        const bucket = bucketArn(location.bucket, partition);
        const object = objectArn(bucket, keyToTry(engine, location));
        const policy = buckets.find(({ name }) => name === location.bucket)?.policy;
        const policies: AccessPolicies = {
            identity,
            resource: policy && policyOf(policy, "the bucket policy"),
            resourceType: "bucket",
            isInAccount: true,
        };
        return [
            ...onBucket.map((action) => ({ action, resource: bucket })),
            ...onObjects.map((action) => ({ action, resource: object })),
        ].map((request) =>
            isAllowed(evaluateAccess(policies, { ...request, roleArn: role.arn, context: {} })),
        );
    });
    if (answers.includes("true")) return "true";
    return answers.includes("unknown") ? "unknown" : "false";
}

/** Whether a statement allows it, even if another denies it. */
function isAllowed({ denials, unknowns }: AccessDecision): "true" | "false" | "unknown" {
    if (denials.some(({ layer, kind }) => layer === "identity" && kind === "implicit")) return "false";
    return unknowns.some(({ layer }) => layer === "identity") ? "unknown" : "true";
}
