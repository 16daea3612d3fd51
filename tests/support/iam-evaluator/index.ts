export { kmsActions } from "./actions/kms";
export { s3Actions } from "./actions/s3";
export { allowedActions, everyAction } from "./allowedActions";
export { CannotEvaluate } from "./cannotEvaluate";
export type { Context } from "./context";
export {
    evaluateIdentityPolicies,
    evaluateResourcePolicy,
    type Decision,
    type Request,
    type ResourcePolicyRequest,
} from "./evaluate";
export type { Principal } from "./principal";
export type { PolicyDocument } from "./statement";
