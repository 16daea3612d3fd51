import { lookup, type Context } from "./context";
import { applies, checkRequest, decide, identityStatements } from "./evaluate";
import type { AnyPolicyDocument } from "./statement";

/**
 * Returns the actions that identity-based policies allow on a resource, in the order of `actions`.
 *
 * @param documents - The policy documents.
 * @param resource - The ARN of the resource.
 * @param options - The actions to evaluate, and the condition keys of the request.
 * @throws CannotEvaluate for anything that AWS does not document, or that is not supported.
 */
export function allowedActions(
    documents: readonly AnyPolicyDocument[],
    resource: string,
    options: {
        /** The actions to evaluate. */
        readonly actions: readonly string[];
        /** The condition keys of the request. Defaults to none. */
        readonly context?: Context;
    },
): string[] {
    const { actions, context = {} } = options;
    checkRequest(actions, resource);
    const valueOf = lookup(context);
    const statements = identityStatements(documents).filter((each) => applies(each, resource, valueOf));
    return actions.filter(
        (action) => decide(statements.filter((each) => each.isForAction(action))) === "allowed",
    );
}
