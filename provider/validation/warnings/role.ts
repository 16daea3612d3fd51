import { PredefinedPolicy } from "../../args";
import type { Planned } from "../../plan/access";
import { purposes } from "../../plan/purposes";
import { mostPoliciesOnRole, policiesOnRole, policyCount } from "../../plan/rolePlan";
import { holdsSecret, type Known } from "../../values/known";
import { derived, fact, say, type Report } from "../../values/message";
import { trustPolicyLength } from "../sourceArns";

/** More policies than every role can have; some accounts have a larger quota by default. */
export function warnOfCount({ inputs, roles }: Planned, report: Report): void {
    for (const role of roles) {
        const count = policyCount(role);
        if (count <= policiesOnRole) continue;
        const direction = role.directions.find((each) => inputs.field(purposes[each].grants)) ?? "import";
        const isPossible = count <= mostPoliciesOnRole;
        report(
            inputs,
            () => ({
                rule: isPossible
                    ? say`needs ${fact(count)} policies on one role, which may require a quota increase: IAM allows ${fact(policiesOnRole)} or 20 by default, and ${fact(mostPoliciesOnRole)} at most`
                    : say`needs ${fact(count)} policies on one role, but IAM allows ${fact(mostPoliciesOnRole)} at most`,
                advice: isPossible
                    ? say`Check the quota of the account, or split the access into several AuroraS3Access resources.`
                    : say`Split the access into several AuroraS3Access resources.`,
            }),
            purposes[direction].grants,
        );
    }
}

const everyBucket = say`every bucket, including buckets of other accounts that allow it`;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-iam-awsmanpol.html */
const grants = {
    [PredefinedPolicy.AmazonS3ReadOnlyAccess]: {
        what: say`grants read access to ${everyBucket}`,
        instead: say`Set importFrom instead.`,
    },
    [PredefinedPolicy.AmazonS3FullAccess]: {
        what: say`grants all S3 actions on ${everyBucket}`,
        instead: say`Aurora needs few of them, and none that deletes buckets or changes their policies. Set importFrom and exportTo instead.`,
    },
};

export function warnOfPredefinedPolicy(policy: Known | undefined, report: Report): void {
    const granted = Object.entries(grants).find(([name]) => name === policy?.string)?.[1];
    if (policy === undefined || policy.secret || granted === undefined) return;
    report(policy, () => ({ rule: granted.what, advice: granted.instead }));
}

/** IAM has one attachment of a policy to a role, whoever has attached it. A policy of our own is nobody else's. */
export function warnOfSharedAttachment(inputs: Known, report: Report): void {
    const policy = inputs.field("predefinedPolicy");
    if (policy === undefined || !inputs.field("existingRoleArn")) return;
    report(policy, () => ({
        rule: say`shares its attachment with everything else that attaches this policy to the role of existingRoleArn: deleting or renaming this resource detaches it for all`,
        advice: say`Attach it in one place only, and set the aliases option when you rename this resource.`,
    }));
}

/** The default quota: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const trustCharacters = 2048;

export function warnOfTrust(planned: Planned, report: Report): void {
    const sourceArns = planned.inputs.field("sourceArns");
    if (sourceArns === undefined || holdsSecret(sourceArns)) return;
    const length = trustPolicyLength(
        planned,
        sourceArns.items.map(({ string = "" }) => string),
    );
    if (length <= trustCharacters) return;
    const size = derived(sourceArns.items, () => String(length));
    report(sourceArns, () => ({
        rule: say`needs a trust policy of ${size} characters, but the default quota of IAM is ${fact(trustCharacters)}`,
        advice: say`Request a quota increase, or use patterns with *.`,
    }));
}
