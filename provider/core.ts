// The core as a library of its own: the documents without the resources, for reviews and tests of policies.
export { clusterParameters, engines } from "./engine";
export type { ClusterParameter, EngineRules } from "./engine/rules";
export { findMistakes, type Mistake } from "./validation/findMistakes";
export { later } from "./values/known";
export * from "./policy/crossAccount";
export type { PolicyDocument, Statement } from "./policy/document";
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
export { trustPolicyDocument, type SourceConditions, type TrustConditions } from "./policy/trustPolicy";
