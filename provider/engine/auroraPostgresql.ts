import { quoted, say } from "../values/message";
import type { Rule } from "../values/rule";
import type { EngineRules, ExportedObjects } from "./rules";

/** What an engine version looks like: `16.4`, or its start. */
const engineVersion = /^(\d{1,3})(?:\.(\d{1,3})(?:\.\d{1,3}){0,2})?(?:-[A-Za-z0-9]{1,20})?$/;
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
    const [, major, minor] = engineVersion.exec(value) ?? [];
    if (major === undefined) {
        return (at) => ({ rule, received: quoted(at), advice: say`Use the engine version, ${example}.` });
    }
    // The major version alone is its newest minor version.
    if (Number(major) > 10 || (Number(major) === 10 && Number(minor ?? firstMinor) >= firstMinor))
        return undefined;
    return (at) => ({
        rule: say`must be Aurora PostgreSQL 10.7 or later`,
        received: quoted(at),
        advice: say`Earlier versions cannot import from S3. Use a later one, ${example}.`,
    });
};

/** Of version 10: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.html */
const firstMinor = 7;

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-file.html */
const exported: ExportedObjects = {
    description: say`the objects that Aurora PostgreSQL writes, for example, "exports/items"`,
    dataFiles: say`the files that Aurora PostgreSQL writes, for example, "exports/items"`,
    data: [],
    expected: [
        {
            what: say`the first file`,
            ending: [],
            otherwise: say`every export fails`,
            pattern: "",
        },
        {
            what: say`the second file`,
            ending: [..."_part2"],
            otherwise: say`exports of more than 6 GB fail`,
            pattern: "_part*",
        },
    ],
    // Only at the end: names hold "_part" in the middle too.
    unlikelyInName: /_part[\d*?]*$/,
};

/**
 * A role for each direction, which the cluster finds by the name of a feature and not by parameters.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
 */
export const auroraPostgresql: EngineRules = {
    title: say`Aurora PostgreSQL`,
    version,
    exported,
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
    sourceConditions: "Required",
    // Instances of RDS for PostgreSQL use such roles as well.
    sources: ["cluster", "db"],
    featureNames: { import: "s3Import", export: "s3Export" },
    parameterNames: () => [],
    // The functions of the extension aws_s3 are granted like any other.
    databasePrivileges: () => [],
};
