import { ModifyDBClusterCommand, type ModifyDBClusterCommandInput } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { createCluster, createParameterGroup, describeCluster, useEmulator } from "./builders";

const version2 = "5.7.mysql_aurora.2.12.5";
const version3 = "8.0.mysql_aurora.3.08.0";
const upgrade = { EngineVersion: version3, ApplyImmediately: true, AllowMajorVersionUpgrade: true };

describe("Engine versions and parameter groups of emulated DB clusters", () => {
    const emulator = useEmulator();

    async function modify(change: Partial<ModifyDBClusterCommandInput>): Promise<void> {
        const cluster = { DBClusterIdentifier: "sales", ...change };
        await emulator().aws.rds.send(new ModifyDBClusterCommand(cluster));
    }

    async function versionAndGroup(): Promise<unknown[]> {
        const { EngineVersion, DBClusterParameterGroup } = await describeCluster(emulator().aws);
        return [EngineVersion, DBClusterParameterGroup];
    }

    const defaultGroups = [
        ["aurora-mysql", version2, "default.aurora-mysql5.7"],
        ["aurora-mysql", version3, "default.aurora-mysql8.0"],
        ["aurora-postgresql", "16.4", "default.aurora-postgresql16"],
    ] as const;
    for (const [Engine, EngineVersion, group] of defaultGroups) {
        it(`go together by default: ${group} with ${Engine} ${EngineVersion}`, async () => {
            await createCluster(emulator().aws, { Engine, EngineVersion });
            assert.deepEqual(await versionAndGroup(), [EngineVersion, group]);
        });
    }

    it("are taken as given when they fit", async () => {
        await createParameterGroup(emulator().aws, "tuned", "aurora-mysql5.7");
        await createCluster(emulator().aws, {
            EngineVersion: version2,
            DBClusterParameterGroupName: "tuned",
        });
        assert.deepEqual(await versionAndGroup(), [version2, "tuned"]);
    });

    it("are refused when the group is of another family", async () => {
        await createParameterGroup(emulator().aws, "tuned", "aurora-mysql8.0");
        const cluster = { EngineVersion: version2, DBClusterParameterGroupName: "tuned" };
        await assert.rejects(createCluster(emulator().aws, cluster), {
            name: "InvalidParameterCombination",
            message:
                "The parameter group tuned with DBParameterGroupFamily aurora-mysql8.0 can't be used for this instance. Use a parameter group with DBParameterGroupFamily aurora-mysql5.7.",
        });
    });

    it("are refused when there is no such group", async () => {
        await assert.rejects(createCluster(emulator().aws, { DBClusterParameterGroupName: "tuned" }), {
            name: "DBClusterParameterGroupNotFoundFault",
            message: "DBClusterParameterGroup not found: tuned",
        });
    });

    it("are refused when the engine has no such version", async () => {
        await assert.rejects(createCluster(emulator().aws, { EngineVersion: "16.4" }), {
            name: "InvalidParameterCombination",
            message: "Cannot find version 16.4 for aurora-mysql",
        });
    });

    it("change one at a time: the group and nothing else", async () => {
        await createParameterGroup(emulator().aws, "tuned");
        await createCluster(emulator().aws, { EngineVersion: version3 });
        const before = await describeCluster(emulator().aws);
        await modify({ DBClusterParameterGroupName: "tuned" });
        const { LatestRestorableTime, ...after } = await describeCluster(emulator().aws);
        assert.deepEqual(
            { ...after, LatestRestorableTime },
            {
                ...before,
                DBClusterParameterGroup: "tuned",
                LatestRestorableTime,
            },
        );
    });

    it("change at once within a family, when told to", async () => {
        await createCluster(emulator().aws, { EngineVersion: version3 });
        await modify({ EngineVersion: "8.0.mysql_aurora.3.10.0", ApplyImmediately: true });
        assert.deepEqual(await versionAndGroup(), ["8.0.mysql_aurora.3.10.0", "default.aurora-mysql8.0"]);
    });

    it("are pending, for a new version, unless told to apply it immediately", async () => {
        await createCluster(emulator().aws, { EngineVersion: version3 });
        await modify({ EngineVersion: "8.0.mysql_aurora.3.10.0" });
        const { EngineVersion, PendingModifiedValues } = await describeCluster(emulator().aws);
        assert.deepEqual(
            [EngineVersion, PendingModifiedValues],
            [version3, { EngineVersion: "8.0.mysql_aurora.3.10.0" }],
        );
    });

    it("are pending together for a new major version", async () => {
        await createCluster(emulator().aws, { EngineVersion: version2 });
        await modify({ ...upgrade, ApplyImmediately: false });
        assert.deepEqual(await versionAndGroup(), [version2, "default.aurora-mysql5.7"]);
    });

    it("change at once in the group while a version of the same family is pending", async () => {
        await createParameterGroup(emulator().aws, "tuned");
        await createCluster(emulator().aws, { EngineVersion: version3 });
        const EngineVersion = "8.0.mysql_aurora.3.10.0";
        await modify({ EngineVersion, DBClusterParameterGroupName: "tuned" });
        assert.deepEqual(await versionAndGroup(), [version3, "tuned"]);
    });

    it("are kept when a major version upgrade is not allowed", async () => {
        await createCluster(emulator().aws, { EngineVersion: version2 });
        await assert.rejects(modify({ EngineVersion: version3, ApplyImmediately: true }), {
            name: "InvalidParameterCombination",
            message:
                "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.",
        });
    });

    it("follow a new major version from default group to default group", async () => {
        await createCluster(emulator().aws, { EngineVersion: version2 });
        await modify(upgrade);
        assert.deepEqual(await versionAndGroup(), [version3, "default.aurora-mysql8.0"]);
    });

    it("have to be given together for a new major version when the group is custom", async () => {
        await createParameterGroup(emulator().aws, "old", "aurora-mysql5.7");
        await createParameterGroup(emulator().aws, "new", "aurora-mysql8.0");
        await createCluster(emulator().aws, {
            EngineVersion: version2,
            DBClusterParameterGroupName: "old",
        });
        await assert.rejects(modify(upgrade), {
            name: "InvalidParameterCombination",
            message:
                "The current DB cluster parameter group old is custom. You must explicitly specify a new DB cluster parameter group, either default or custom, for the engine version upgrade.",
        });
        await modify({ ...upgrade, DBClusterParameterGroupName: "new" });
        assert.deepEqual(await versionAndGroup(), [version3, "new"]);
    });

    it("are refused when the group changes to another family", async () => {
        await createParameterGroup(emulator().aws, "old", "aurora-mysql5.7");
        await createCluster(emulator().aws, { EngineVersion: version3 });
        await assert.rejects(modify({ DBClusterParameterGroupName: "old" }), {
            name: "InvalidParameterCombination",
        });
    });
});
