import type { EngineRules } from "./rules";

/** What an engine version looks like: `16.4`, or its start. */
const engineVersion = /^(\d+)(\.\d+)*(-[a-z]+)?$/;

/**
 * A role for each direction, which the cluster finds by the name of a feature and not by parameters.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
 */
export const auroraPostgresql: EngineRules = {
    featureNames: { import: "s3Import", export: "s3Export" },

    versionMistake(version) {
        const example = "write one like 16.4";
        const [, major] = engineVersion.exec(version) ?? [];
        if (/mysql|^[58]\./.test(version)) {
            return `"${version}" is an engine version of Aurora MySQL, but the engine is aurora-postgresql; ${example}`;
        }
        if (major === undefined) {
            return `"${version}" is not an engine version of Aurora PostgreSQL; ${example}`;
        }
        if (Number(major) < 10) {
            return `"${version}" is older than Aurora PostgreSQL 10, the first that can reach S3; ${example}`;
        }
        return undefined;
    },

    clusterParameters: () => [],

    // The functions of the extension aws_s3 are granted like any other.
    databasePrivileges: () => [],
};
