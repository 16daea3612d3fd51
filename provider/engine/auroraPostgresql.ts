import { quoted, say } from "../values/message";
import type { Rule } from "../values/rule";
import type { EngineRules } from "./rules";

/** What an engine version looks like: `16.4`, or its start. */
const engineVersion = /^(\d{1,3})(\.\d{1,3}){0,3}(-[A-Za-z0-9]{1,20})?$/;
const example = say`for example, "16.4"`;

const version: Rule = (value) => {
    const rule = say`must be an Aurora PostgreSQL engine version`;
    if (/mysql|^[2358](?:\.|$)/.test(value)) {
        return (at) => ({
            rule,
            received: say`the Aurora MySQL version ${quoted(at)}`,
            advice: say`Set engine to "aurora-mysql", or use an Aurora PostgreSQL version, ${example}.`,
        });
    }
    const [, major] = engineVersion.exec(value) ?? [];
    if (major === undefined) {
        return (at) => ({ rule, received: quoted(at), advice: say`Use the engine version, ${example}.` });
    }
    if (Number(major) >= 10) return undefined;
    return (at) => ({
        rule: say`must be Aurora PostgreSQL 10 or later`,
        received: quoted(at),
        advice: say`Earlier versions cannot reach S3. Use a later one, ${example}.`,
    });
};

/**
 * A role for each direction, which the cluster finds by the name of a feature and not by parameters.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
 */
export const auroraPostgresql: EngineRules = {
    title: say`Aurora PostgreSQL`,
    version,
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
    sourceConditions: "Required",
    // Instances of RDS for PostgreSQL use such roles as well.
    sources: ["cluster", "db"],
    featureNames: { import: "s3Import", export: "s3Export" },
    parameterNames: () => [],
    // The functions of the extension aws_s3 are granted like any other.
    databasePrivileges: () => [],
};
