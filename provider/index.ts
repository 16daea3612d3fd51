export { AuroraS3Access } from "./auroraS3Access";
export * from "./args";
