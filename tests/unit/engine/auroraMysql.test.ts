import assert from "node:assert/strict";
import { auroraMysql } from "../../../provider/engine/auroraMysql";
import type { Direction } from "../../../provider/policy/permissions";

const role = "arn:aws:iam::123456789012:role/aurora";
const version2 = ["5.7", "5.7.12", "5.7.mysql_aurora.2.12.5"];
const version3 = [
    "8.0",
    "8.0.mysql_aurora.3.10.0",
    "8.4.mysql_aurora.8.4.7",
    "9.7.mysql_aurora.9.7.1",
    undefined,
];
const both: Direction[] = ["import", "export"];

const table: {
    directions: Direction[];
    versions: (string | undefined)[];
    parameters: string[];
    privileges: string[];
}[] = [
    {
        directions: ["import"],
        versions: version2,
        parameters: ["aurora_load_from_s3_role"],
        privileges: ["LOAD FROM S3"],
    },
    {
        directions: ["export"],
        versions: version2,
        parameters: ["aurora_select_into_s3_role"],
        privileges: ["SELECT INTO S3"],
    },
    {
        directions: both,
        versions: version2,
        parameters: ["aurora_load_from_s3_role", "aurora_select_into_s3_role"],
        privileges: ["LOAD FROM S3", "SELECT INTO S3"],
    },
    {
        directions: ["import"],
        versions: version3,
        parameters: ["aws_default_s3_role"],
        privileges: ["AWS_LOAD_S3_ACCESS"],
    },
    {
        directions: ["export"],
        versions: version3,
        parameters: ["aws_default_s3_role"],
        privileges: ["AWS_SELECT_S3_ACCESS"],
    },
    {
        directions: both,
        versions: version3,
        parameters: ["aws_default_s3_role"],
        privileges: ["AWS_LOAD_S3_ACCESS", "AWS_SELECT_S3_ACCESS"],
    },
    { directions: [], versions: [...version2, ...version3], parameters: [], privileges: [] },
];

describe("Aurora MySQL", () => {
    for (const { directions, versions, parameters, privileges } of table) {
        for (const version of versions) {
            const what = `${directions.join(" and ") || "keys alone"} on ${version ?? "no version in particular"}`;

            it(`takes the parameters [${parameters.join(", ")}] for ${what}`, () => {
                assert.deepEqual(
                    auroraMysql.clusterParameters(directions, role, version),
                    parameters.map((name) => ({ name, value: role, applyMethod: "immediate" })),
                );
            });

            it(`takes the privileges [${privileges.join(", ")}] for ${what}`, () => {
                assert.deepEqual(auroraMysql.databasePrivileges(directions, version), privileges);
            });
        }
    }

    for (const version of [...version2, ...version3].filter((each) => each !== undefined)) {
        it(`has the version ${version}`, () => {
            assert.equal(auroraMysql.versionMistake(version), undefined);
        });
    }

    const example = "write one like 8.0.mysql_aurora.3.10.0 or 5.7.mysql_aurora.2.12.5";
    const mistakes: [string, string][] = [
        ["", `"" is not an engine version of Aurora MySQL; ${example}`],
        ["latest", `"latest" is not an engine version of Aurora MySQL; ${example}`],
        ["8", `"8" is not an engine version of Aurora MySQL; ${example}`],
        [
            "8.0.mysql_aurora.3.x",
            `"8.0.mysql_aurora.3.x" is not an engine version of Aurora MySQL; ${example}`,
        ],
        [
            "3.10.0",
            `"3.10.0" is older than Aurora MySQL version 2 (5.7), which AWS no longer runs; ${example}`,
        ],
        [
            "5.6.10",
            `"5.6.10" is older than Aurora MySQL version 2 (5.7), which AWS no longer runs; ${example}`,
        ],
        [
            "16.4",
            `"16.4" is an engine version of Aurora PostgreSQL, but the engine is aurora-mysql; ${example}`,
        ],
    ];
    for (const [version, sentence] of mistakes) {
        it(`refuses the version "${version}"`, () => {
            assert.equal(auroraMysql.versionMistake(version), sentence);
        });
    }
});
