// The core as a library of its own: the documents without the resources, for reviews and tests of policies.
export { engines } from "../engine";
export type { EngineRules, Parameter } from "../engine/rules";
export type { Mistake } from "../validation/check";
export { findMistakes } from "../validation/inputs";
export * from "./crossAccount";
export type { PolicyDocument, Statement } from "./document";
export { kmsPolicyDocument, type Key } from "./kmsPolicy";
export { keyPermissions, permissions, type Direction, type Engine, type Permissions } from "./permissions";
export { s3PolicyDocument, type Location } from "./s3Policy";
export { policyCharacters, splitLocations, type LocationShape, type Piece } from "./split";
export { trustPolicyDocument, type TrustConditions } from "./trustPolicy";
