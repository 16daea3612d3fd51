import { setTimeout as sleep } from "node:timers/promises";
import { grants } from "../checks/prepare";
import type { Database } from "../deploy/settings";
import type { Sql } from "./sql";

/** Grants the database privileges, and waits until they count: the Data API may still use a connection of before. */
export async function grantPrivileges(
    sql: Sql,
    database: Database,
    { signal, attempts = 60, pause = 5_000 }: { signal: AbortSignal; attempts?: number; pause?: number },
): Promise<void> {
    for (const grant of grants) await sql.run(database, grant).catch(() => undefined);
    for (let attempt = 1; ; attempt++) {
        signal.throwIfAborted();
        const [row] = await sql.run(database, "SELECT CURRENT_ROLE()");
        const active = String(row?.[0] ?? "");
        if (/AWS_LOAD_S3_ACCESS/i.test(active) && /AWS_SELECT_S3_ACCESS/i.test(active)) return;
        if (attempt === attempts)
            throw new Error(
                `AWS_LOAD_S3_ACCESS and AWS_SELECT_S3_ACCESS must be active, but only these roles are: ${active}`,
            );
        await sleep(pause);
    }
}
