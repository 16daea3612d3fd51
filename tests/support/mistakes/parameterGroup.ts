import { group, importFrom, noValue, role } from "./given";
import type { Mistake } from "./mistake";

const withGroup = { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0" } };

/** The parameter group. */
export const parameterGroup: Mistake[] = [
    [
        { importFrom, clusterParameterGroup: {} },
        "clusterParameterGroup.family",
        "must be set unless engineVersion is set.",
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-postgresql16" } },
        "clusterParameterGroup.family",
        'must be an Aurora MySQL parameter group family, but received "aurora-postgresql16". For example, "aurora-mysql8.0".',
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", name: "Sales" } },
        "clusterParameterGroup.name",
        'must have 1 to 255 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen, but received "Sales".',
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", description: "" } },
        "clusterParameterGroup.description",
        "must be a description of 1 to 255 characters, but received 0 characters.",
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", description: "a\u0000" } },
        "clusterParameterGroup.description",
        'cannot contain control characters, but received "a\\u0000".',
    ],
    [
        group({ name: "init_connect", value: "\u0001" }),
        "clusterParameterGroup.parameters[0].value",
        'cannot contain control characters, but received "\\u0001".',
    ],
    [
        { ...withGroup, tags: { "rds:team": "a" } },
        'tags["rds:team"]',
        "cannot have a key that starts with rds:, which Amazon RDS reserves, because the parameter group gets the tags too.",
    ],
    [
        { ...withGroup, tags: { team: "rds:a" } },
        "tags.team",
        'cannot start with rds:, which Amazon RDS reserves, because the parameter group gets the tags too, but received "rds:a".',
    ],
    [
        group({ name: "aws_default_s3_role", value: role }),
        "clusterParameterGroup.parameters[0].name",
        'cannot be a parameter that the component sets, but received "aws_default_s3_role". Remove it.',
    ],
    // Which parameters the component sets is not known of a wrong version.
    [
        {
            importFrom,
            engineVersion: "2.12.5",
            clusterParameterGroup: { parameters: [{ name: "aws_default_s3_role", value: role }] },
        },
        "engineVersion",
        '"2.12.5" is an Aurora MySQL version number. Use the engine version, "5.7.mysql_aurora.2.12.5".',
    ],
    [
        group({ name: "time zone", value: "UTC" }),
        "clusterParameterGroup.parameters[0].name",
        'must be a parameter name of 1 to 255 characters: a letter, then letters, digits and _.-, but received "time zone".',
    ],
    [group({ name: "time_zone" }), "clusterParameterGroup.parameters[0].value", noValue],
    [
        group({ name: "time_zone", value: "UTC", applyMethod: "now" }),
        "clusterParameterGroup.parameters[0].applyMethod",
        'must be "immediate" or "pending-reboot", but received "now".',
    ],
];
