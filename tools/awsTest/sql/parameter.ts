import { DescribeDBInstancesCommand, RebootDBInstanceCommand, type RDSClient } from "@aws-sdk/client-rds";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../deploy/settings";
import type { Sql } from "./sql";

/** How the value of a changed parameter came to the instance. */
export interface Arrival {
    value: string;
    seconds: number;
    rebooted: boolean;
}

/** Waits until the parameter has the value, and reboots the instance if it does not come by itself. */
export async function parameterArrives(
    { rds, sql, database }: { rds: RDSClient; sql: Sql; database: Database },
    value: string,
    { signal, patience = 300_000, pause = 2_000 }: { signal: AbortSignal; patience?: number; pause?: number },
): Promise<Arrival> {
    const started = Date.now();
    const arrived = async () => {
        const [row] = await sql.run(database, "SHOW VARIABLES LIKE 'aws_default_s3_role'");
        return row?.[1] === value;
    };
    const waited = async () => {
        for (const end = Date.now() + patience; Date.now() < end; await sleep(pause)) {
            signal.throwIfAborted();
            if (await arrived()) return true;
        }
        return false;
    };
    const arrival = (rebooted: boolean) => ({
        value,
        seconds: Math.round((Date.now() - started) / 1000),
        rebooted,
    });
    if (await waited()) return arrival(false);
    await reboot(rds, `${database.identifier}-1`, signal, pause);
    if (await waited()) return arrival(true);
    throw new Error(`aws_default_s3_role is not ${value} on ${database.identifier}, even after a reboot.`);
}

async function reboot(rds: RDSClient, instance: string, signal: AbortSignal, pause: number): Promise<void> {
    const query = { DBInstanceIdentifier: instance };
    await rds.send(new RebootDBInstanceCommand(query));
    for (;;) {
        await sleep(pause, undefined, { signal });
        const { DBInstances } = await rds.send(new DescribeDBInstancesCommand(query));
        if (DBInstances?.[0]?.DBInstanceStatus === "available") return;
    }
}
