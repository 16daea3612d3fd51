import { kmsActions } from "./actions/kms";
import { s3Actions } from "./actions/s3";
import { lookup, type Context } from "./context";
import { applies, checkRequest, decide, identityStatements } from "./evaluate";
import type { PolicyDocument } from "./statement";

/** Every action that S3 and KMS have. */
export const everyAction: readonly string[] = [
    ...Object.values(s3Actions),
    ...Object.values(kmsActions),
].flat();

/** Which of `actions` identity-based policies allow on a resource, in the order of `actions`. */
export function allowedActions(
    documents: readonly PolicyDocument[],
    resource: string,
    { actions = everyAction, context = {} }: { actions?: readonly string[]; context?: Context } = {},
): string[] {
    checkRequest(actions, resource);
    const valueOf = lookup(context);
    const statements = identityStatements(documents).filter((each) => applies(each, resource, valueOf));
    return actions.filter(
        (action) => decide(statements.filter((each) => each.isForAction(action))) === "allowed",
    );
}
