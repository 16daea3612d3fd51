import { refuse } from "./cannotEvaluate";
import { lookup, type Context, type Lookup } from "./context";
import type { Principal } from "./principal";
import { statementsOf, type PolicyDocument, type Statement } from "./statement";

/** As IAM's own policy simulator calls them. */
export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

export interface Request {
    /** One action, like `s3:GetObject`. */
    readonly action: string;
    /** The ARN of one resource, or `*` for an action that acts on none. */
    readonly resource: string;
    readonly context?: Context;
}

/** Without a resource where the policy is the trust policy of a role. */
export interface ResourcePolicyRequest extends Omit<Request, "resource"> {
    readonly principal: Principal;
    readonly resource?: string;
}

/**
 * What the policies of a user, group or role say together. Permissions boundaries, session policies and those of
 * an organization are not asked.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateIdentityPolicies(
    documents: readonly PolicyDocument[],
    { action, resource, context = {} }: Request,
): Decision {
    checkRequest([action], resource);
    const valueOf = lookup(context);
    return decide(
        identityStatements(documents).filter(
            (statement) => statement.isForAction(action) && applies(statement, resource, valueOf),
        ),
    );
}

/** What the policy of a bucket or a key, or the trust policy of a role, says by itself. */
export function evaluateResourcePolicy(
    document: PolicyDocument,
    { action, principal, resource, context = {} }: ResourcePolicyRequest,
): Decision {
    checkRequest([action], resource);
    const valueOf = lookup(context);
    const statements = statementsOf(document).filter((statement) => {
        const { isForPrincipal = refuse("a resource-based policy has a Principal") } = statement;
        return (
            isForPrincipal(principal) &&
            statement.isForAction(action) &&
            applies(statement, resource, valueOf)
        );
    });
    return decide(statements);
}

export function identityStatements(documents: readonly PolicyDocument[]): Statement[] {
    const statements = documents.flatMap(statementsOf);
    if (statements.some(({ isForPrincipal }) => isForPrincipal !== undefined))
        refuse("an identity-based policy has no Principal");
    return statements;
}

export function checkRequest(actions: readonly string[], resource: string | undefined): void {
    for (const action of actions)
        if (!/^[a-z0-9-]+:[a-z0-9]+$/i.test(action)) refuse(`"${action}" is not one action`);
    if (resource !== undefined && !/^(\*|arn:[^:*?]+:[^:*?]+:[^:*?]*:[^:*?]*:.+)$/s.test(resource))
        refuse(`"${resource}" is neither the ARN of a resource nor *`);
}

/** Whether a statement is about a resource, and its conditions hold. */
export function applies(statement: Statement, resource: string | undefined, valueOf: Lookup): boolean {
    return covers(statement, resource, valueOf) && statement.conditions.every((holds) => holds(valueOf));
}

/** A Deny counts more than any Allow, and what nothing allows is denied. */
export function decide(statements: readonly Statement[]): Decision {
    const effects = statements.map(({ effect }) => effect);
    if (effects.includes("Deny")) return "explicitDeny";
    return effects.includes("Allow") ? "allowed" : "implicitDeny";
}

function covers({ resources }: Statement, resource: string | undefined, valueOf: Lookup): boolean {
    if (resource === undefined || resources === undefined)
        return (
            resource === resources ||
            refuse("the request names a resource and the policy none, or the reverse")
        );
    const answers = resources.tests.map((isMeant) => isMeant(resource, valueOf));
    if (!resources.except) return answers.includes(true);
    if (answers.includes(undefined))
        refuse("AWS does not say what NotResource means if a variable has no value");
    return !answers.includes(true);
}
