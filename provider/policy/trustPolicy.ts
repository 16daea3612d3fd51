import { policyDocument, type PolicyDocument, type Statement } from "./document";

/**
 * How the conditions of the trust policy apply. With `Required`, Amazon RDS must send the source account and the source ARN, and
 * both must match. With `IfExists`, they must match if Amazon RDS sends them. `None` omits the conditions.
 */
export type SourceConditions = "Required" | "IfExists" | "None";
export const sourceConditions: readonly SourceConditions[] = ["Required", "IfExists", "None"];

/** A trust policy with conditions. */
export interface SourceLimits {
    /** How the conditions apply. */
    readonly sourceConditions: Exclude<SourceConditions, "None">;
    /** The AWS account ID for the `aws:SourceAccount` condition. */
    readonly sourceAccount: string;
    /** The ARNs for the `aws:SourceArn` condition. Defaults to no such condition. */
    readonly sourceArns?: readonly string[] | undefined;
}

/** A trust policy without conditions. */
export interface NoSourceLimits {
    /** No conditions. */
    readonly sourceConditions: "None";
}

/** On behalf of which account and resources Amazon RDS can assume the role. */
export type TrustConditions = SourceLimits | NoSourceLimits;

const operators = {
    Required: { account: "StringEquals", arns: "ArnLike" },
    // True also where RDS sends no such key; a key with another value still denies.
    IfExists: { account: "StringEqualsIfExists", arns: "ArnLikeIfExists" },
} as const;

/**
 * Returns the trust policy, which allows Amazon RDS to assume the role only on behalf of the source account and the source ARNs.
 * This protects
 * [against the confused deputy problem](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html).
 *
 * @param conditions - The conditions, or `{ sourceConditions: "None" }`.
 */
export function trustPolicyDocument(conditions: TrustConditions): PolicyDocument {
    const statement: Statement = {
        Effect: "Allow",
        Principal: { Service: "rds.amazonaws.com" },
        Action: "sts:AssumeRole",
    };
    if (conditions.sourceConditions !== "None") {
        const { sourceAccount, sourceArns } = conditions;
        const { account, arns } = operators[conditions.sourceConditions];
        statement.Condition = {
            [account]: { "aws:SourceAccount": sourceAccount },
            ...(sourceArns && { [arns]: { "aws:SourceArn": [...new Set(sourceArns)].sort() } }),
        };
    }
    return policyDocument([statement]);
}
