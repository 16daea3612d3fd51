/**
 * The component, its inputs and its outputs.
 *
 * @module aurora-s3-access
 */
export { AuroraS3Access } from "./auroraS3Access";
export * from "./args";
