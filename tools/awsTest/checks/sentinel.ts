import { csv, first, type Check, type Engine } from "./check";
import { loadCsv as loadWithMysql } from "./mysql";
import type { Place } from "./place";
import { loadCsv as loadWithPostgresql } from "./postgresql";

/** An import that fails once the role may not read this object. */
export function sentinelCheck(engine: Engine, { bucket, region }: Omit<Place, "keyArn">, key: string): Check {
    return {
        title: "import of an object that is denied",
        engine,
        given: { [key]: csv(first) },
        statement:
            engine === "mysql"
                ? loadWithMysql(`FILE 's3://${bucket}/${key}'`)
                : loadWithPostgresql({ bucket, region }, key),
        expected: { denied: "orders" },
    };
}
