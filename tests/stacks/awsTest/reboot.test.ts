import { CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { parameterArrives } from "../../../tools/awsTest/sql/parameter";
import { createCluster, useEmulator } from "../../support/emulator/builders";

describe("npm run test:aws, after a parameter has changed", () => {
    const emulator = useEmulator();
    const role = "arn:aws:iam::123456789012:role/new";
    const reboots = async () =>
        (await emulator().calls()).filter((call) => call.startsWith("rds:RebootDBInstance"));

    /** A cluster that has the new value from the first time that `hasNew` says so. */
    async function arrival(hasNew: () => Promise<boolean>) {
        const { rds } = emulator().aws;
        const { DBClusterArn, Engine } = await createCluster(emulator().aws);
        const instance = {
            DBInstanceIdentifier: "sales-1",
            DBClusterIdentifier: "sales",
            DBInstanceClass: "db.serverless",
        };
        await rds.send(new CreateDBInstanceCommand({ ...instance, Engine }));
        const database = { identifier: "sales", arn: DBClusterArn!, version: "", secretArn: "" };
        const sql = { run: async () => [["aws_default_s3_role", (await hasNew()) ? role : "old"]] };
        const { signal } = new AbortController();
        return parameterArrives({ rds, sql, database }, role, { signal, patience: 300, pause: 10 });
    }

    it("waits until the cluster has it", async () => {
        let times = 0;
        const { rebooted } = await arrival(() => Promise.resolve(++times === 3));
        assert.deepEqual([rebooted, times, await reboots()], [false, 3, []]);
    });

    it("reboots the instance if it does not come by itself", async () => {
        const { rebooted } = await arrival(async () => (await reboots()).length > 0);
        assert.deepEqual([rebooted, await reboots()], [true, ["rds:RebootDBInstance sales-1"]]);
    });

    it("gives up if a reboot does not help", async () => {
        await assert.rejects(
            arrival(() => Promise.resolve(false)),
            {
                message: `aws_default_s3_role is not ${role} on sales, even after a reboot.`,
            },
        );
    });
});
