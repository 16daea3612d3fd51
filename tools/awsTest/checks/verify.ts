import { isDeepStrictEqual } from "node:util";
import type { Database } from "../deploy/settings";
import type { Sql } from "../sql/sql";
import type { Bucket, Stored } from "./bucket";
import type { Check, Expected } from "./check";

/** Whether what came out is what had to, and what it is. */
export interface Outcome {
    held: boolean;
    found: string;
}

export interface Verifying {
    sql: Sql;
    bucket: Bucket;
    database: Database;
    keyArn: string;
}

/** Runs the statement, on the rows and objects that it needs and nothing else. */
export async function verify(check: Check, place: Verifying): Promise<Outcome> {
    await prepare(check, place);
    const error = await place.sql.run(place.database, check.statement).then(
        () => undefined,
        (error: Error) => error,
    );
    const { expected } = check;
    if ("denied" in expected) return denied(expected.denied, error, place);
    if (error) return { held: false, found: told(error) };
    if ("rows" in expected) return sameRows(expected.rows, place);
    return "objects" in expected ? sameObjects(expected.objects, place) : sameSize(expected, place);
}

async function prepare({ given = {}, rows = [], expected }: Check, place: Verifying): Promise<void> {
    const { bucket, sql, database } = place;
    for (const prefix of written(expected)) await bucket.remove(prefix);
    for (const [key, content] of Object.entries(given)) await bucket.put(key, content);
    await sql.run(database, "DELETE FROM orders");
    for (const [id, name] of rows) await sql.run(database, `INSERT INTO orders VALUES (${id}, '${name}')`);
}

function written(expected: Expected): string[] {
    if ("objects" in expected) return Object.keys(expected.objects);
    if ("prefix" in expected) return [expected.prefix];
    return "denied" in expected && expected.denied !== "orders" ? [expected.denied] : [];
}

async function denied(what: string, error: Error | undefined, place: Verifying): Promise<Outcome> {
    if (!error) return { held: false, found: "no error" };
    const left = what === "orders" ? await rowsOf(place) : await place.bucket.list(what);
    if (left.length > 0) return { held: false, found: `an error, but ${JSON.stringify(left)} is there` };
    return { held: true, found: told(error) };
}

const rowsOf = ({ sql, database }: Verifying) => sql.run(database, "SELECT id, name FROM orders ORDER BY id");

async function sameRows(expected: unknown[], place: Verifying): Promise<Outcome> {
    const rows = await rowsOf(place);
    const held = isDeepStrictEqual(rows, expected);
    return { held, found: held ? `${rows.length} rows` : `the rows ${JSON.stringify(rows)}` };
}

async function sameObjects(expected: Record<string, string | RegExp>, place: Verifying): Promise<Outcome> {
    const found: Stored[] = [];
    for (const [key, content] of Object.entries(expected)) {
        const [stored] = await place.bucket.list(key);
        if (stored?.key !== key) return { held: false, found: `no object ${key}` };
        const text = await place.bucket.read(key);
        const isSame = typeof content === "string" ? text === content : content.test(text);
        if (!isSame) return { held: false, found: `${key} contains ${JSON.stringify(text.slice(0, 200))}` };
        found.push(stored);
    }
    return encrypted(found, place) ?? { held: true, found: found.map(({ key }) => key).join(", ") };
}

async function sameSize({ prefix, bytes }: { prefix: string; bytes: number }, place: Verifying) {
    const found = await place.bucket.list(prefix);
    const size = found.reduce((sum, each) => sum + each.size, 0);
    const parts = found.map((each) => `${each.key} of ${each.size} bytes in ${each.parts ?? "no"} parts`);
    if (size !== bytes)
        return { held: false, found: `${size} bytes instead of ${bytes}: ${parts.join(", ")}` };
    return encrypted(found, place) ?? { held: true, found: parts.join(", ") };
}

/** What is not encrypted with the key of the bucket. */
function encrypted(found: Stored[], { keyArn }: Verifying): Outcome | undefined {
    const other = found.find((each) => each.kmsKeyArn !== keyArn);
    return (
        other && { held: false, found: `${other.key} is encrypted with ${other.kmsKeyArn ?? "another key"}` }
    );
}

/** On one line, as it goes into a table. */
export const told = ({ message }: Error): string => message.replace(/\s+/g, " ").trim();
