import assert from "node:assert/strict";
import { versionOf } from "../../../provider/engine";
import { auroraPostgresql } from "../../../provider/engine/auroraPostgresql";
import { reasonAgainst } from "./reason";

describe("Aurora PostgreSQL", () => {
    for (const version of ["10", "10.7", "10.14", "11", "11.1", "16.4", "17.5", "16.4-limitless"]) {
        it(`has the version ${version}`, () => {
            assert.equal(reasonAgainst(auroraPostgresql, version), undefined);
        });
    }

    const rule = "must be an Aurora PostgreSQL engine version";
    const example = 'for example, "16.4"';
    const otherEngine = `Set engine to "aurora-mysql", or use an Aurora PostgreSQL version, ${example}.`;
    const mistakes: [version: string, reason: string][] = [
        ...["8.0.mysql_aurora.3.10.0", "5.7", "3.10.0"].map((version): [string, string] => [
            version,
            `${rule}, but received the Aurora MySQL version "${version}". ${otherEngine}`,
        ]),
        ...["9.6.22", "9.6", "10.6", "10.5.1", "10.0"].map((version): [string, string] => [
            version,
            `must be Aurora PostgreSQL 10.7 or later, but received "${version}". Earlier versions cannot import from S3. Use a later one, ${example}.`,
        ]),
        ...["", "latest", "16.4 "].map((version): [string, string] => [
            version,
            `${rule}, but received ${JSON.stringify(version)}. Use the engine version, ${example}.`,
        ]),
    ];
    for (const [version, reason] of mistakes) {
        it(`rejects the version "${version}"`, () => {
            assert.equal(reasonAgainst(auroraPostgresql, version), reason);
        });
    }

    it("finds its roles by features, without parameters, and has no privileges of its own", () => {
        assert.deepEqual(auroraPostgresql.featureNames, { import: "s3Import", export: "s3Export" });
        assert.deepEqual(auroraPostgresql.parameterNames(["import", "export"]), []);
        assert.deepEqual(auroraPostgresql.databasePrivileges(["import", "export"]), []);
    });

    it("has no parameter groups, whose family would tell a version", () => {
        assert.equal(auroraPostgresql.parameterGroups, undefined);
        assert.equal(versionOf(auroraPostgresql, undefined, "aurora-postgresql16"), undefined);
    });
});
