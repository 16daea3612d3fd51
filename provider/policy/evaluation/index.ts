export {
    evaluateAccess,
    type AccessDecision,
    type AccessLayer,
    type AccessPolicies,
    type AccessRequest,
    type Denial,
    type Unknown,
} from "./access";
export { allowedActions } from "./allowedActions";
export { CannotEvaluate } from "./cannotEvaluate";
export type { Context } from "./context";
export {
    evaluateIdentityPolicies,
    evaluateResourcePolicy,
    type Decision,
    type IdentityPolicyRequest,
    type ResourcePolicyRequest,
} from "./evaluate";
export type { NamedPolicy } from "./layer";
export type { Principal } from "./principal";
export type { AnyPolicyDocument } from "./statement";
export type { StatementReference } from "./truth";
