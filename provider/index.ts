/**
 * The component, its inputs and its outputs.
 *
 * @module aurora-s3-access
 */
// Before what imports the peers.
import "./peers";
export { AuroraS3Access } from "./auroraS3Access";
export * from "./args";
