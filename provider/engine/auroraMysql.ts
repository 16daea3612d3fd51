import type { Direction } from "../policy/permissions";
import type { EngineRules } from "./rules";

interface Generation {
    readonly parameters: Readonly<Record<Direction, string>>;
    readonly privileges: Readonly<Record<Direction, string>>;
}

/**
 * How each generation of Aurora MySQL is told which role to use, and what it calls the SQL privilege.
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

/** What an engine version looks like: `8.0.mysql_aurora.3.10.0`, or its start. */
const engineVersion = /^(\d+)\.(\d+)(\.\d+|\.mysql_aurora(\.\d+){0,3})?$/;

const example = "write one like 8.0.mysql_aurora.3.10.0 or 5.7.mysql_aurora.2.12.5";

// By rule and not by a list of versions: MySQL 5.7 is Aurora's version 2, all that came after it (8.0, 8.4)
// follows version 3.
function generationOf(version: string | undefined): Generation {
    return version !== undefined && /^5\.7(\.|$)/.test(version) ? version2 : version3;
}

/** One role is for both directions: it takes no feature name, and the cluster finds it by parameters. */
export const auroraMysql: EngineRules = {
    versionMistake(version) {
        const [, major, minor] = engineVersion.exec(version) ?? [];
        if (major === undefined || minor === undefined) {
            return `"${version}" is not an engine version of Aurora MySQL; ${example}`;
        }
        if (Number(major) < 5 || (Number(major) === 5 && Number(minor) < 7)) {
            return `"${version}" is older than Aurora MySQL version 2 (5.7), which AWS no longer runs; ${example}`;
        }
        if (Number(major) >= 10 && !version.includes("mysql_aurora")) {
            return `"${version}" is an engine version of Aurora PostgreSQL, but the engine is aurora-mysql; ${example}`;
        }
        return undefined;
    },

    clusterParameters(directions, roleArn, version) {
        const { parameters } = generationOf(version);
        const names = new Set(directions.map((direction) => parameters[direction]));
        // These parameters are dynamic; a reboot is needed only when another parameter group takes over.
        return [...names].map((name) => ({ name, value: roleArn, applyMethod: "immediate" }));
    },

    databasePrivileges(directions, version) {
        return directions.map((direction) => generationOf(version).privileges[direction]);
    },
};

/** The family of the DB cluster parameter groups for a version: `aurora-mysql8.0`. */
export function auroraMysqlFamily(version: string): string {
    return `aurora-mysql${version.split(".", 2).join(".")}`;
}

/** The start of the versions of a family: `8.0`. */
export function auroraMysqlVersionOf(family: string): string {
    return family.replace("aurora-mysql", "");
}
