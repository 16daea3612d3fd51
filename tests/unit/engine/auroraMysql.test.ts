import assert from "node:assert/strict";
import { versionOf } from "../../../provider/engine";
import { auroraMysql } from "../../../provider/engine/auroraMysql";
import type { Direction } from "../../../provider/policy/permissions";
import { reasonAgainst } from "./reason";

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
                assert.deepEqual(auroraMysql.parameterNames(directions, version), parameters);
            });

            it(`takes the privileges [${privileges.join(", ")}] for ${what}`, () => {
                assert.deepEqual(auroraMysql.databasePrivileges(directions, version), privileges);
            });
        }
    }

    for (const version of [...version2, ...version3].filter((each) => each !== undefined)) {
        it(`has the version ${version}`, () => {
            assert.equal(reasonAgainst(auroraMysql, version), undefined);
        });
    }

    const rule = "must be an Aurora MySQL engine version";
    const example = 'for example, "8.0.mysql_aurora.3.10.0"';
    const otherEngine = `Set engine to "aurora-postgresql", or use an Aurora MySQL version, ${example}.`;
    const mistakes: [version: string, reason: string][] = [
        ...["", "latest", "8", "8.0.mysql_aurora.3.x", "8.0.mysql_aurora.3.10.0 "].map(
            (version): [string, string] => [
                version,
                `${rule}, but received ${JSON.stringify(version)}. Use the engine version, ${example}.`,
            ],
        ),
        [
            "3.10.0",
            '"3.10.0" is an Aurora MySQL version number. Use the engine version, "8.0.mysql_aurora.3.10.0".',
        ],
        [
            "2.12.5",
            '"2.12.5" is an Aurora MySQL version number. Use the engine version, "5.7.mysql_aurora.2.12.5".',
        ],
        [
            "5.6.10",
            `must be Aurora MySQL version 2 (5.7) or later, but received "5.6.10". AWS has retired earlier versions. Use a later one, ${example}.`,
        ],
        ...["16", "16.4"].map((version): [string, string] => [
            version,
            `${rule}, but received the Aurora PostgreSQL version "${version}". ${otherEngine}`,
        ]),
        [
            "9.6.22",
            `${rule}, but received the Aurora PostgreSQL version "9.6.22". Use an Aurora MySQL version, ${example}.`,
        ],
    ];
    for (const [version, reason] of mistakes) {
        it(`rejects the version "${version}"`, () => {
            assert.equal(reasonAgainst(auroraMysql, version), reason);
        });
    }

    const families = [
        ["5.7.mysql_aurora.2.12.5", "aurora-mysql5.7", "5.7"],
        ["8.0", "aurora-mysql8.0", "8.0"],
        ["8.4.mysql_aurora.8.4.7", "aurora-mysql8.4", "8.4"],
    ] as const;
    for (const [version, family, start] of families) {
        it(`has the parameter group family ${family} for the version ${version}`, () => {
            assert.equal(auroraMysql.parameterGroups?.familyOf(version), family);
        });

        it(`has a version ${start} for the parameter group family ${family}`, () => {
            assert.equal(versionOf(auroraMysql, undefined, family), start);
        });
    }

    it("has the version that is given and not the one of the parameter group family", () => {
        assert.equal(versionOf(auroraMysql, "8.0", "aurora-mysql5.7"), "8.0");
    });

    it("has no version in particular where neither version nor family is given", () => {
        assert.equal(versionOf(auroraMysql), undefined);
    });

    for (const [version, can] of [
        ["5.7.mysql_aurora.2.12.5", false],
        ["8.0.mysql_aurora.3.04.2", false],
        ["8.0.mysql_aurora.3.4", false],
        ["8.0.mysql_aurora.3.05.0", true],
        ["8.0.mysql_aurora.3.10.0", true],
        ["8.0.mysql_aurora.3", true],
        ["8.4.mysql_aurora.8.4.7", true],
    ] as const) {
        it(`${can ? "can" : "cannot"} use customer managed keys on ${version}`, () => {
            assert.equal(auroraMysql.withoutCustomerKeys?.versions.test(version), !can);
        });
    }
});
