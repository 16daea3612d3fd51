import type { Direction } from "../policy/permissions";
import { derived, quote, quoted, say } from "../values/message";
import { matches, type Rule } from "../values/rule";
import { auroraPostgresql } from "./auroraPostgresql";
import type { EngineRules, ExportedObjects } from "./rules";

interface Generation {
    readonly parameters: Readonly<Record<Direction, string>>;
    readonly privileges: Readonly<Record<Direction, string>>;
}

/**
 * How each generation of Aurora MySQL is told which role to use, and what it calls the database privilege.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.LoadFromS3.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html
 */
const version2: Generation = {
    parameters: { import: "aurora_load_from_s3_role", export: "aurora_select_into_s3_role" },
    privileges: { import: "LOAD FROM S3", export: "SELECT INTO S3" },
};
const version3: Generation = {
    parameters: { import: "aws_default_s3_role", export: "aws_default_s3_role" },
    privileges: { import: "AWS_LOAD_S3_ACCESS", export: "AWS_SELECT_S3_ACCESS" },
};

// By rule and not by a list of versions: MySQL 5.7 is Aurora's version 2, all that came after it (8.0, 8.4)
// follows version 3.
function generationOf(version: string | undefined): Generation {
    return version !== undefined && /^5\.7(\.|$)/.test(version) ? version2 : version3;
}

/** What an engine version looks like: `8.0.mysql_aurora.3.10.0`, or its start. */
const engineVersion = /^([1-9]\d{0,2})\.(\d{1,3})(\.\d{1,3}|\.mysql_aurora(\.\d{1,3}){0,3})?$/;
const example = say`for example, "8.0.mysql_aurora.3.10.0"`;

const rule = say`must be an Aurora MySQL engine version`;

const version: Rule = (value) => {
    if (/^[23](\.\d{1,3}){1,2}$/.test(value)) {
        return (at) => ({
            rule: at.secret ? rule : say`${quoted(at)} is an Aurora MySQL version number`,
            received: at.secret ? quoted(at) : undefined,
            advice: say`Use the engine version, ${derived(at, () => {
                const [major = ""] = value.split(".");
                return quote(`${major === "2" ? "5.7" : "8.0"}.mysql_aurora.${value}`);
            })}.`,
        });
    }
    const [, major, minor] = engineVersion.exec(value) ?? [];
    const isPostgresql = /^(?:9\.[3-6]|1\d)(?:[.-][\w.-]{0,40})?$|postgres/.test(value);
    if (isPostgresql && !value.includes("mysql_aurora")) {
        return (at) => ({
            rule,
            received: say`the Aurora PostgreSQL version ${quoted(at)}`,
            advice: auroraPostgresql.version(value)
                ? say`Use an Aurora MySQL version, ${example}.`
                : say`Set engine to "aurora-postgresql", or use an Aurora MySQL version, ${example}.`,
        });
    }
    const isMixed =
        /^(?:5\.7\.mysql_aurora\.(?!2)|8\.0\.mysql_aurora\.(?!3)|8\.4\.mysql_aurora\.(?!8))\d/.test(value);
    if (major === undefined || minor === undefined || isMixed) {
        return (at) => ({ rule, received: quoted(at), advice: say`Use the engine version, ${example}.` });
    }
    if (Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 7)) return undefined;
    return (at) => ({
        rule: say`must be Aurora MySQL version 2 (5.7) or later`,
        received: quoted(at),
        advice: say`AWS has retired earlier versions. Use a later one, ${example}.`,
    });
};

const digits = "0123456789";
const furtherFiles = ".part_*";

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html */
const exported: ExportedObjects = {
    description: say`the objects that Aurora MySQL writes, for example, "exports/items.part_00000"`,
    dataFiles: say`the data files that Aurora MySQL writes, for example, "exports/items.part_00000"`,
    // A number of five digits, starting at zero.
    data: [...".part_", digits, digits, digits, digits, digits],
    expected: [
        {
            what: say`the first data file`,
            ending: [...".part_00000"],
            otherwise: say`every export fails`,
            pattern: furtherFiles,
        },
        {
            what: say`the second data file`,
            ending: [...".part_00001"],
            otherwise: say`exports of more than 6 GB fail`,
            pattern: furtherFiles,
        },
        {
            what: say`the manifest`,
            ending: [...".manifest"],
            otherwise: say`exports with MANIFEST ON fail`,
            pattern: ".manifest",
        },
    ],
    unlikelyInName: /\.(?:part_|manifest)/,
};

/** One role is for both directions: it takes no feature name, and the cluster finds it by parameters. */
export const auroraMysql: EngineRules = {
    title: say`Aurora MySQL`,
    version,
    // AWS does not document whether it sends the keys for these features, so that a condition that requires them may never hold.
    sourceConditions: "IfExists",
    sources: ["cluster"],
    exported,

    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html
    withoutCustomerKeys: {
        versions: /^(5\.7(\.|$)|8\.0\.mysql_aurora\.3\.0?[0-4](\.|$))/,
        since: say`Aurora MySQL 3.05`,
    },

    parameterGroups: {
        family: matches(
            /^aurora-mysql(?!5\.[0-6]$)[1-9]\d{0,2}\.\d{1,3}$/,
            say`must be an Aurora MySQL parameter group family`,
            say`For example, "aurora-mysql8.0".`,
        ),
        familyOf: (version) => `aurora-mysql${version.split(".", 2).join(".")}`,
        versionOf: (family) => family.replace("aurora-mysql", ""),
    },

    parameterNames(directions, version) {
        const { parameters } = generationOf(version);
        return [...new Set(directions.map((direction) => parameters[direction]))];
    },

    databasePrivileges(directions, version) {
        return directions.map((direction) => generationOf(version).privileges[direction]);
    },
};
