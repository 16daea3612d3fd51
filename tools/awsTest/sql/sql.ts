import type { Row } from "../checks/check";
import type { Database } from "../deploy/settings";

/** Runs a statement on a cluster and returns its rows. The Data API is one way to do so. */
export interface Sql {
    run: (database: Database, statement: string) => Promise<Row[]>;
}
