import {
    AddTagsToResourceCommand,
    CreateDBInstanceCommand,
    DeleteDBClusterCommand,
    type DeleteDBClusterCommandInput,
    DeleteDBInstanceCommand,
    DescribeDBInstancesCommand,
    ListTagsForResourceCommand,
    ModifyDBClusterCommand,
    type ModifyDBClusterCommandInput,
    RemoveTagsFromResourceCommand,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { createCluster, createParameterGroup, describeCluster, useEmulator } from "./builders";

const version2 = "5.7.mysql_aurora.2.12.5";
const version3 = "8.0.mysql_aurora.3.08.0";
const upgrade = { EngineVersion: version3, ApplyImmediately: true, AllowMajorVersionUpgrade: true };

describe("Emulated DB clusters", () => {
    const emulator = useEmulator();

    async function modify(change: Partial<ModifyDBClusterCommandInput>): Promise<void> {
        const cluster = { DBClusterIdentifier: "sales", ...change };
        await emulator().aws.rds.send(new ModifyDBClusterCommand(cluster));
    }

    async function remove(how: Partial<DeleteDBClusterCommandInput> = { SkipFinalSnapshot: true }) {
        await emulator().aws.rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier: "sales", ...how }));
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
        it(`use ${group} for ${Engine} ${EngineVersion} unless told otherwise`, async () => {
            await createCluster(emulator().aws, { Engine, EngineVersion });
            assert.deepEqual(await versionAndGroup(), [EngineVersion, group]);
        });
    }

    it("use the parameter group that they are given", async () => {
        await createParameterGroup(emulator().aws, "tuned", "aurora-mysql5.7");
        await createCluster(emulator().aws, {
            EngineVersion: version2,
            DBClusterParameterGroupName: "tuned",
        });
        assert.deepEqual(await versionAndGroup(), [version2, "tuned"]);
    });

    it("refuse a parameter group of another family", async () => {
        await createParameterGroup(emulator().aws, "tuned", "aurora-mysql8.0");
        const cluster = { EngineVersion: version2, DBClusterParameterGroupName: "tuned" };
        await assert.rejects(createCluster(emulator().aws, cluster), {
            name: "InvalidParameterCombination",
            message:
                "The parameter group tuned with DBParameterGroupFamily aurora-mysql8.0 can't be used for this instance. Use a parameter group with DBParameterGroupFamily aurora-mysql5.7.",
        });
    });

    it("refuse a parameter group that does not exist", async () => {
        await assert.rejects(createCluster(emulator().aws, { DBClusterParameterGroupName: "tuned" }), {
            name: "DBClusterParameterGroupNotFoundFault",
            message: "DBClusterParameterGroup not found: tuned",
        });
    });

    it("are refused when one of that name exists, in capitals or not", async () => {
        await createCluster(emulator().aws);
        await assert.rejects(createCluster(emulator().aws, { DBClusterIdentifier: "SALES" }), {
            name: "DBClusterAlreadyExistsFault",
        });
    });

    for (const DBClusterIdentifier of ["1sales", "sales-", "sa--les", "sales_eu", "s".repeat(64)]) {
        it(`are refused under the name ${DBClusterIdentifier.slice(0, 10)}`, async () => {
            await assert.rejects(createCluster(emulator().aws, { DBClusterIdentifier }), {
                name: "InvalidParameterValue",
                message:
                    "The parameter DBClusterIdentifier is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.",
            });
        });
    }

    it("are refused for a version that the engine does not have", async () => {
        await assert.rejects(createCluster(emulator().aws, { EngineVersion: "16.4" }), {
            name: "InvalidParameterCombination",
            message: "Cannot find version 16.4 for aurora-mysql",
        });
    });

    it("are refused for an engine that is none of Aurora's", async () => {
        await assert.rejects(createCluster(emulator().aws, { Engine: "neptune" }), {
            name: "InvalidParameterValue",
            message: "Only Aurora is emulated (aurora-mysql, aurora-postgresql), not neptune.",
        });
    });

    it("change their parameter group and nothing else", async () => {
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

    it("change to another version of the same family at once, when told to", async () => {
        await createCluster(emulator().aws, { EngineVersion: version3 });
        await modify({ EngineVersion: "8.0.mysql_aurora.3.10.0", ApplyImmediately: true });
        assert.deepEqual(await versionAndGroup(), ["8.0.mysql_aurora.3.10.0", "default.aurora-mysql8.0"]);
    });

    it("keep a new version pending unless told to apply it immediately", async () => {
        await createCluster(emulator().aws, { EngineVersion: version3 });
        await modify({ EngineVersion: "8.0.mysql_aurora.3.10.0" });
        const { EngineVersion, PendingModifiedValues } = await describeCluster(emulator().aws);
        assert.deepEqual(
            [EngineVersion, PendingModifiedValues],
            [version3, { EngineVersion: "8.0.mysql_aurora.3.10.0" }],
        );
    });

    it("keep the parameter group of a pending major version pending with it", async () => {
        await createCluster(emulator().aws, { EngineVersion: version2 });
        await modify({ ...upgrade, ApplyImmediately: false });
        assert.deepEqual(await versionAndGroup(), [version2, "default.aurora-mysql5.7"]);
    });

    it("change their parameter group while a version of the same family is pending", async () => {
        await createParameterGroup(emulator().aws, "tuned");
        await createCluster(emulator().aws, { EngineVersion: version3 });
        const EngineVersion = "8.0.mysql_aurora.3.10.0";
        await modify({ EngineVersion, DBClusterParameterGroupName: "tuned" });
        assert.deepEqual(await versionAndGroup(), [version3, "tuned"]);
    });

    it("refuse a major version upgrade that is not allowed", async () => {
        await createCluster(emulator().aws, { EngineVersion: version2 });
        await assert.rejects(modify({ EngineVersion: version3, ApplyImmediately: true }), {
            name: "InvalidParameterCombination",
            message:
                "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.",
        });
    });

    it("take the default parameter group of a new major version for the default one", async () => {
        await createCluster(emulator().aws, { EngineVersion: version2 });
        await modify(upgrade);
        assert.deepEqual(await versionAndGroup(), [version3, "default.aurora-mysql8.0"]);
    });

    it("want a new parameter group with a major version upgrade when theirs is custom", async () => {
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

    it("refuse to change to a parameter group of another family", async () => {
        await createParameterGroup(emulator().aws, "old", "aurora-mysql5.7");
        await createCluster(emulator().aws, { EngineVersion: version3 });
        await assert.rejects(modify({ DBClusterParameterGroupName: "old" }), {
            name: "InvalidParameterCombination",
        });
    });

    it("hold tags that can be added and removed", async () => {
        const Tags = [{ Key: "team", Value: "sales" }];
        const { DBClusterArn: ResourceName } = await createCluster(emulator().aws, { Tags });
        const { rds } = emulator().aws;
        await rds.send(
            new AddTagsToResourceCommand({ ResourceName, Tags: [{ Key: "stage", Value: "test" }] }),
        );
        await rds.send(new RemoveTagsFromResourceCommand({ ResourceName, TagKeys: ["team"] }));
        const { TagList } = await rds.send(new ListTagsForResourceCommand({ ResourceName }));
        assert.deepEqual(TagList, [{ Key: "stage", Value: "test" }]);
        assert.deepEqual((await describeCluster(emulator().aws)).TagList, TagList);
    });

    it("have instances, which take the cluster's version", async () => {
        await createCluster(emulator().aws, { EngineVersion: version3 });
        const instance = {
            DBInstanceIdentifier: "sales-1",
            DBInstanceClass: "db.t4g.medium",
            Engine: "aurora-mysql",
            DBClusterIdentifier: "sales",
        };
        const { rds } = emulator().aws;
        await rds.send(new CreateDBInstanceCommand(instance));
        const { DBInstances } = await rds.send(new DescribeDBInstancesCommand(instance));
        const [{ DBInstanceStatus, EngineVersion } = {}] = DBInstances ?? [];
        assert.deepEqual([DBInstanceStatus, EngineVersion], ["available", version3]);
        const { DBClusterMembers } = await describeCluster(emulator().aws);
        assert.deepEqual(
            DBClusterMembers?.map((member) => [member.DBInstanceIdentifier, member.IsClusterWriter]),
            [["sales-1", true]],
        );
    });

    it("cannot be deleted before their instances", async () => {
        await createCluster(emulator().aws);
        const instance = { DBInstanceIdentifier: "sales-1", DBInstanceClass: "db.t4g.medium" };
        const { rds } = emulator().aws;
        await rds.send(
            new CreateDBInstanceCommand({
                ...instance,
                Engine: "aurora-mysql",
                DBClusterIdentifier: "sales",
            }),
        );
        await assert.rejects(remove(), { name: "InvalidDBClusterStateFault" });
        await rds.send(new DeleteDBInstanceCommand({ ...instance, SkipFinalSnapshot: true }));
        await remove();
        assert.deepEqual(await emulator().leftovers(), []);
    });

    it("want a final snapshot, or to be told that there shall be none", async () => {
        await createCluster(emulator().aws);
        await assert.rejects(remove({}), {
            name: "InvalidParameterCombination",
            message: "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.",
        });
        await remove({ FinalDBSnapshotIdentifier: "last" });
    });

    it("cannot be deleted while they are protected", async () => {
        await createCluster(emulator().aws, { DeletionProtection: true });
        await assert.rejects(remove(), { name: "InvalidParameterCombination" });
        await modify({ DeletionProtection: false });
        await remove();
    });

    for (const [call, what] of [
        ["described", () => describeCluster(emulator().aws)],
        ["modified", () => modify({ DeletionProtection: true })],
        ["deleted", () => remove()],
    ] as const) {
        it(`cannot be ${call} when there is none of that name`, async () => {
            await assert.rejects(what(), { name: "DBClusterNotFoundFault" });
        });
    }
});
