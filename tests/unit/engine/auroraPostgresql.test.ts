import assert from "node:assert/strict";
import { auroraPostgresql } from "../../../provider/engine/auroraPostgresql";

describe("Aurora PostgreSQL", () => {
    for (const version of ["10.7", "11", "16.4", "17.5", "16.4-limitless"]) {
        it(`has the version ${version}`, () => {
            assert.equal(auroraPostgresql.versionMistake(version), undefined);
        });
    }

    const example = "write one like 16.4";
    for (const [version, sentence] of [
        [
            "8.0.mysql_aurora.3.10.0",
            `"8.0.mysql_aurora.3.10.0" is an engine version of Aurora MySQL, but the engine is aurora-postgresql; ${example}`,
        ],
        [
            "5.7",
            `"5.7" is an engine version of Aurora MySQL, but the engine is aurora-postgresql; ${example}`,
        ],
        ["9.6.22", `"9.6.22" is older than Aurora PostgreSQL 10, the first that can reach S3; ${example}`],
        ["", `"" is not an engine version of Aurora PostgreSQL; ${example}`],
    ] as const) {
        it(`refuses the version "${version}"`, () => {
            assert.equal(auroraPostgresql.versionMistake(version), sentence);
        });
    }

    it("finds its roles by features, without parameters, and has no privileges of its own", () => {
        assert.deepEqual(auroraPostgresql.featureNames, { import: "s3Import", export: "s3Export" });
        assert.deepEqual(auroraPostgresql.clusterParameters(["import", "export"], "arn"), []);
        assert.deepEqual(auroraPostgresql.databasePrivileges(["import", "export"]), []);
    });
});
