/**
 * The policies without the resources, for policy reviews and tests. This library doesn't depend on Pulumi.
 *
 * @module policy
 */
export { clusterParameters, engines } from "./engine";
export type { ClusterParameter, EngineRules } from "./engine/rules";
export { findMistakes, type Mistake } from "./validation/findMistakes";
export { later } from "./values/known";
export * from "./policy/crossAccount";
export type { PolicyDocument, Statement } from "./policy/document";
export * from "./policy/evaluation";
export { kmsPolicyDocument, type Key } from "./policy/kmsPolicy";
export {
    keyPermissions,
    permissions,
    type Direction,
    type Engine,
    type Permissions,
} from "./policy/permissions";
export { s3PolicyDocument, type Location } from "./policy/s3Policy";
export { policyCharacters, splitLocations, type LocationShape, type Piece } from "./policy/split";
export {
    trustPolicyDocument,
    type NoSourceLimits,
    type SourceConditions,
    type SourceLimits,
    type TrustConditions,
} from "./policy/trustPolicy";
