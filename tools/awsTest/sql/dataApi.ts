import { ExecuteStatementCommand, type Field, type RDSDataClient } from "@aws-sdk/client-rds-data";
import { setTimeout as sleep } from "node:timers/promises";
import type { Value } from "../checks/check";
import type { Sql } from "./sql";

/** Of a cluster that is new, or that starts after a reboot. */
const passing = /DatabaseResuming|DatabaseUnavailable|ServiceUnavailable|Communications link failure/;
const attempts = 24;

/** The [RDS Data API](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html): no connection, no client in the VPC. */
export function dataApi(client: RDSDataClient, pause = 5_000): Sql {
    return {
        run: async ({ arn, secretArn }, sql) => {
            const command = new ExecuteStatementCommand({
                resourceArn: arn,
                secretArn,
                database: "test",
                sql,
                // Otherwise it stops after 45 seconds.
                continueAfterTimeout: true,
            });
            for (let attempt = 1; ; attempt++) {
                try {
                    const { records = [] } = await client.send(command);
                    return records.map((record) => record.map(valueOf));
                } catch (error) {
                    const { name, message } = error as Error;
                    if (attempt === attempts || !passing.test(`${name} ${message}`)) throw error;
                    await sleep(pause);
                }
            }
        },
    };
}

function valueOf(field: Field): Value {
    return field.stringValue ?? field.longValue ?? field.doubleValue ?? field.booleanValue ?? null;
}
