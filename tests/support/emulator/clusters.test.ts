import {
    AddTagsToResourceCommand,
    CreateDBInstanceCommand,
    DeleteDBClusterCommand,
    type DeleteDBClusterCommandInput,
    DeleteDBInstanceCommand,
    DescribeDBInstancesCommand,
    ListTagsForResourceCommand,
    ModifyDBClusterCommand,
    RemoveTagsFromResourceCommand,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { createCluster, describeCluster, useEmulator } from "./builders";

describe("Emulated DB clusters", () => {
    const emulator = useEmulator();

    async function protect(DeletionProtection: boolean): Promise<void> {
        const cluster = { DBClusterIdentifier: "sales", DeletionProtection };
        await emulator().aws.rds.send(new ModifyDBClusterCommand(cluster));
    }

    async function remove(how: Partial<DeleteDBClusterCommandInput> = { SkipFinalSnapshot: true }) {
        await emulator().aws.rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier: "sales", ...how }));
    }

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

    it("are refused for an engine that is none of Aurora's", async () => {
        await assert.rejects(createCluster(emulator().aws, { Engine: "neptune" }), {
            name: "InvalidParameterValue",
            message: "Only Aurora is emulated (aurora-mysql, aurora-postgresql), not neptune.",
        });
    });

    it("have the RDS Data API if they ask for it, then or later", async () => {
        await createCluster(emulator().aws, { EnableHttpEndpoint: true });
        await createCluster(emulator().aws, { DBClusterIdentifier: "later" });
        const enabled = async (id: string) => (await describeCluster(emulator().aws, id)).HttpEndpointEnabled;
        assert.deepEqual([await enabled("sales"), await enabled("later")], [true, false]);
        const change = { DBClusterIdentifier: "later", EnableHttpEndpoint: true };
        await emulator().aws.rds.send(new ModifyDBClusterCommand(change));
        assert.equal(await enabled("later"), true);
    });

    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html: of Aurora Serverless v1 alone
    it("have no scaling configuration unless they are serverless", async () => {
        await createCluster(emulator().aws);
        const serverless = { DBClusterIdentifier: "serverless", EngineMode: "serverless" };
        await createCluster(emulator().aws, serverless);
        const { ScalingConfigurationInfo } = await describeCluster(emulator().aws);
        assert.equal(ScalingConfigurationInfo, undefined);
        const { ScalingConfigurationInfo: of1 } = await describeCluster(emulator().aws, "serverless");
        assert.equal(of1?.MinCapacity, 1);
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
        const { EngineVersion: ofCluster } = await createCluster(emulator().aws);
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
        assert.deepEqual([DBInstanceStatus, EngineVersion], ["available", ofCluster]);
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

    it("can be created again at once, with their instances", async () => {
        const { aws, leftovers } = emulator();
        const instance = { DBInstanceIdentifier: "sales-1", DBInstanceClass: "db.t4g.medium" };
        const member = { ...instance, Engine: "aurora-mysql", DBClusterIdentifier: "sales" };
        for (let times = 0; times < 2; times++) {
            await createCluster(aws);
            await aws.rds.send(new CreateDBInstanceCommand(member));
            await aws.rds.send(new DeleteDBInstanceCommand({ ...instance, SkipFinalSnapshot: true }));
            await remove();
        }
        assert.deepEqual(await leftovers(), []);
    });

    it("cannot be deleted while they are protected", async () => {
        await createCluster(emulator().aws, { DeletionProtection: true });
        await assert.rejects(remove(), { name: "InvalidParameterCombination" });
        await protect(false);
        await remove();
    });

    for (const [call, what] of [
        ["described", () => describeCluster(emulator().aws)],
        ["modified", () => protect(true)],
        ["deleted", () => remove()],
    ] as const) {
        it(`cannot be ${call} when there is none of that name`, async () => {
            await assert.rejects(what(), { name: "DBClusterNotFoundFault" });
        });
    }
});
