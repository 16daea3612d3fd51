import { group, importFrom, role } from "./given";
import type { Mistake } from "./mistake";

/** The parameter group. */
export const parameterGroup: Mistake[] = [
    [
        { importFrom, clusterParameterGroup: {} },
        "clusterParameterGroup.family",
        "is missing, and so is engineVersion, which would tell it: give one of them",
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-postgresql16" } },
        "clusterParameterGroup.family",
        '"aurora-postgresql16" is given, but a family of Aurora MySQL is needed: write one like aurora-mysql8.0',
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", name: "Sales" } },
        "clusterParameterGroup.name",
        '"Sales" is given, but the name of a parameter group has 1 to 255 small letters, digits and single hyphens, starts with a letter and does not end with a hyphen',
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", description: "" } },
        "clusterParameterGroup.description",
        "0 characters are given, but the description of a parameter group has 1 to 255",
    ],
    [
        group({ name: "aws_default_s3_role", value: role }),
        "clusterParameterGroup.parameters[0].name",
        '"aws_default_s3_role" is set by the component itself: leave it out',
    ],
    [
        group({ name: "time zone", value: "UTC" }),
        "clusterParameterGroup.parameters[0].name",
        '"time zone" is given, but the name of a parameter has only letters, digits and _.-',
    ],
    [
        group({ name: "time_zone" }),
        "clusterParameterGroup.parameters[0].value",
        "is missing: it is needed here",
    ],
    [
        group({ name: "time_zone", value: "UTC", applyMethod: "now" }),
        "clusterParameterGroup.parameters[0].applyMethod",
        '"now" is given, but only immediate and pending-reboot are known',
    ],
];
