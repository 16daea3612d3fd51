import { policyDocument, type PolicyDocument, type Statement } from "./document";

/** How the conditions of the trust policy stand. */
export const sourceConditions = ["Required", "IfExists", "None"] as const;
export type SourceConditions = (typeof sourceConditions)[number];

/** For whom RDS can assume the role. */
export type TrustConditions =
    | {
          readonly sourceConditions: Exclude<SourceConditions, "None">;
          readonly sourceAccount: string;
          readonly sourceArns?: readonly string[] | undefined;
      }
    | { readonly sourceConditions: "None" };

const operators = {
    Required: { account: "StringEquals", arns: "ArnLike" },
    // True also where RDS sends no such key; a key with another value still denies.
    IfExists: { account: "StringEqualsIfExists", arns: "ArnLikeIfExists" },
} as const;

/**
 * Lets RDS assume the role on behalf of the given account and resources only: otherwise a cluster of
 * another account could have RDS use the role (the confused deputy).
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html
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
