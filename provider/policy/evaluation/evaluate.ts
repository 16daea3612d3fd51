import { refuse } from "./cannotEvaluate";
import { lookup, type Context, type Lookup } from "./context";
import { principalTest, type Principal } from "./principal";
import { statementsOf, type AnyPolicyDocument, type Statement } from "./statement";

/** What policies say about a request, in the terms of the IAM policy simulator. */
export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

/** A request that identity-based policies are evaluated for. */
export interface IdentityPolicyRequest {
    /** One action, for example, `s3:GetObject`. */
    readonly action: string;
    /** The ARN of one resource, or `*` for an action that has none. */
    readonly resource: string;
    /** The condition keys of the request. Defaults to none. */
    readonly context?: Context;
}

/** A request that a resource-based policy is evaluated for. */
export interface ResourcePolicyRequest extends Omit<IdentityPolicyRequest, "resource"> {
    /** The principal of the request. */
    readonly principal: Principal;
    /** The ARN of one resource. Undefined if the policy is the trust policy of a role. */
    readonly resource?: string;
}

/**
 * Evaluates identity-based policies together. Permissions boundaries, session policies and the policies of an organization are not
 * evaluated. See the
 * [AWS documentation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 *
 * @param documents - The policy documents.
 * @param request - The request. Condition keys that its context does not have are absent.
 * @throws CannotEvaluate for anything that AWS does not document, or that is not supported.
 */
export function evaluateIdentityPolicies(
    documents: readonly AnyPolicyDocument[],
    { action, resource, context = {} }: IdentityPolicyRequest,
): Decision {
    checkRequest([action], resource);
    const valueOf = lookup(context);
    return decide(
        identityStatements(documents).filter(
            (statement) => statement.isForAction(action) && applies(statement, resource, valueOf),
        ),
    );
}

/**
 * Evaluates a bucket policy, a key policy or a trust policy by itself.
 *
 * @param document - The policy document.
 * @param request - The request. Condition keys that its context does not have are absent.
 * @throws CannotEvaluate for anything that AWS does not document, or that is not supported.
 */
export function evaluateResourcePolicy(
    document: AnyPolicyDocument,
    { action, principal, resource, context = {} }: ResourcePolicyRequest,
): Decision {
    checkRequest([action], resource);
    const valueOf = lookup(context);
    const statements = resourceStatements(document).filter(
        (statement) =>
            principalTest(statement.principal())(principal) &&
            statement.isForAction(action) &&
            applies(statement, resource, valueOf),
    );
    return decide(statements);
}

export function identityStatements(documents: readonly AnyPolicyDocument[]): Statement[] {
    const statements = documents.flatMap(statementsOf);
    statements.forEach(requireSupport);
    if (statements.some(({ principal }) => principal !== undefined))
        refuse("an identity-based policy has no Principal");
    return statements;
}

function resourceStatements(document: AnyPolicyDocument) {
    return statementsOf(document).map((statement) => {
        requireSupport(statement);
        const { principal = refuse("a resource-based policy has a Principal") } = statement;
        // What is not supported in a name shows when it is compared.
        principalTest(principal());
        return { ...statement, principal };
    });
}

/** Also where another statement would decide. */
function requireSupport({ problems: [problem] }: Statement): void {
    if (problem) throw problem;
}

export function checkRequest(actions: readonly string[], resource: string | undefined): void {
    for (const action of actions)
        if (!/^[a-z0-9-]+:[a-z0-9]+$/i.test(action)) refuse(`"${action}" is not one action`);
    if (resource !== undefined && !/^(\*|arn:[^:*?]+:[^:*?]+:[^:*?]*:[^:*?]*:.+)$/s.test(resource))
        refuse(`"${resource}" is neither the ARN of a resource nor *`);
}

/** Whether a statement is about a resource, and its conditions hold. */
export function applies(statement: Statement, resource: string | undefined, valueOf: Lookup): boolean {
    return covers(statement, resource, valueOf) && statement.conditions().every((holds) => holds(valueOf));
}

/** A Deny counts more than any Allow, and what nothing allows is denied. */
export function decide(statements: readonly Statement[]): Decision {
    const effects = statements.map(({ effect }) => effect);
    if (effects.includes("Deny")) return "explicitDeny";
    return effects.includes("Allow") ? "allowed" : "implicitDeny";
}

export function covers({ resources }: Statement, resource: string | undefined, valueOf: Lookup): boolean {
    if (resource === undefined || resources === undefined)
        return (
            (resource === undefined && resources === undefined) ||
            refuse("the request names a resource and the policy none, or the reverse")
        );
    const { tests, except } = resources();
    const answers = tests.map((isMeant) => isMeant(resource, valueOf));
    if (!except) return answers.includes(true);
    if (answers.includes(undefined))
        refuse("AWS does not say what NotResource means if a variable has no value");
    return !answers.includes(true);
}
