import { policyDocument, type PolicyDocument, type Statement } from "./document";

/** For whom RDS may assume the role; without either, for anyone whom RDS asks in the name of. */
export interface TrustConditions {
    readonly sourceAccount?: string | undefined;
    readonly sourceArns?: readonly string[] | undefined;
}

/**
 * Lets RDS assume the role, in the name of the given account and resources only: otherwise a cluster of
 * another account could make RDS use the role (the confused deputy).
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html
 */
export function trustPolicyDocument({ sourceAccount, sourceArns }: TrustConditions = {}): PolicyDocument {
    const statement: Statement = {
        Effect: "Allow",
        Principal: { Service: "rds.amazonaws.com" },
        Action: "sts:AssumeRole",
    };
    const condition: Statement["Condition"] = {
        ...(sourceAccount !== undefined && { StringEquals: { "aws:SourceAccount": sourceAccount } }),
        ...(sourceArns !== undefined && { ArnLike: { "aws:SourceArn": [...new Set(sourceArns)].sort() } }),
    };
    if (Object.keys(condition).length > 0) statement.Condition = condition;
    return policyDocument([statement]);
}
