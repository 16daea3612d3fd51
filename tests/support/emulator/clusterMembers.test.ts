import {
    CreateDBInstanceCommand,
    ModifyDBClusterCommand,
    ModifyDBClusterParameterGroupCommand,
    type Parameter,
    RebootDBInstanceCommand,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { createCluster, createParameterGroup, describeCluster, useEmulator } from "./builders";

describe("The instances of an emulated DB cluster", () => {
    const emulator = useEmulator();
    beforeEach(async () => {
        const { aws } = emulator();
        await createParameterGroup(aws, "loading");
        await createCluster(aws);
        for (const DBInstanceIdentifier of ["sales-0", "sales-1"]) {
            const instance = {
                DBInstanceIdentifier,
                DBInstanceClass: "db.r6g.large",
                Engine: "aurora-mysql",
            };
            await aws.rds.send(new CreateDBInstanceCommand({ ...instance, DBClusterIdentifier: "sales" }));
        }
    });

    const useGroup = () =>
        emulator().aws.rds.send(
            new ModifyDBClusterCommand({
                DBClusterIdentifier: "sales",
                DBClusterParameterGroupName: "loading",
            }),
        );

    const reboot = (DBInstanceIdentifier: string) =>
        emulator().aws.rds.send(new RebootDBInstanceCommand({ DBInstanceIdentifier }));

    const set = (ParameterName: string, ParameterValue: string, ApplyMethod: Parameter["ApplyMethod"]) =>
        emulator().aws.rds.send(
            new ModifyDBClusterParameterGroupCommand({
                DBClusterParameterGroupName: "loading",
                Parameters: [{ ParameterName, ParameterValue, ApplyMethod }],
            }),
        );

    async function statuses(): Promise<(string | undefined)[]> {
        const { DBClusterMembers = [] } = await describeCluster(emulator().aws);
        return DBClusterMembers.map((member) => member.DBClusterParameterGroupStatus);
    }

    it("take over another parameter group of the cluster when they are rebooted", async () => {
        assert.deepEqual(await statuses(), ["in-sync", "in-sync"]);
        await useGroup();
        assert.deepEqual(await statuses(), ["pending-reboot", "pending-reboot"]);
        await reboot("sales-1");
        assert.deepEqual(await statuses(), ["pending-reboot", "in-sync"]);
    });

    it("take over a parameter at once, unless a reboot applies it", async () => {
        await useGroup();
        await reboot("sales-0");
        await reboot("sales-1");
        await set("aws_default_s3_role", "arn:aws:iam::123456789012:role/loader", "immediate");
        assert.deepEqual(await statuses(), ["in-sync", "in-sync"]);
        await set("binlog_format", "ROW", "pending-reboot");
        assert.deepEqual(await statuses(), ["pending-reboot", "pending-reboot"]);
    });
});
