import { csv, first, lineLength, second, type Check } from "./check";
import type { Place } from "./place";

type Located = Pick<Place, "bucket" | "region">;

const uri = ({ bucket, region }: Located, key: string) =>
    `aws_commons.create_s3_uri('${bucket}', '${key}', '${region}')`;

export const loadCsv = (place: Located, key: string): string =>
    `SELECT aws_s3.table_import_from_s3('orders', 'id,name', '(format csv)', ${uri(place, key)})`;

/** Of Aurora PostgreSQL. */
export function postgresqlChecks(place: Place, largeRows: number): Check[] {
    const load = (key: string) => loadCsv(place, key);
    // By position: to the Data API, a colon begins a parameter of its own.
    const select = (query: string, key: string) =>
        `SELECT * FROM aws_s3.query_export_to_s3('${query}', ${uri(place, key)}, 'format csv', '${place.keyArn}')`;
    const orders = "SELECT id, name FROM orders ORDER BY id";

    const checks: Omit<Check, "engine">[] = [
        {
            title: "aws_s3.table_import_from_s3",
            given: { "incoming/orders.csv": csv(first) },
            statement: load("incoming/orders.csv"),
            expected: { rows: first },
        },
        {
            title: "aws_s3.table_import_from_s3, single object in scope",
            given: { "single/orders.csv": csv(first) },
            statement: load("single/orders.csv"),
            expected: { rows: first },
        },
        {
            title: "aws_s3.table_import_from_s3, object out of scope",
            given: { "private/orders.csv": csv(first) },
            statement: load("private/orders.csv"),
            expected: { denied: "orders" },
        },
        {
            title: "aws_s3.query_export_to_s3",
            rows: first,
            statement: select(orders, "exports/postgresql/orders.csv"),
            expected: { objects: { "exports/postgresql/orders.csv": csv(first) } },
        },
        {
            title: "aws_s3.query_export_to_s3, overwriting",
            rows: second,
            given: { "exports/postgresql/again.csv": csv(first) },
            statement: select(orders, "exports/postgresql/again.csv"),
            expected: { objects: { "exports/postgresql/again.csv": csv(second) } },
        },
        {
            title: "aws_s3.query_export_to_s3, object out of scope",
            rows: first,
            statement: select(orders, "private/postgresql.csv"),
            expected: { denied: "private/postgresql.csv" },
        },
        {
            title: "aws_s3.query_export_to_s3, large",
            statement: select("SELECT content FROM large", "exports/postgresql/large.csv"),
            expected: { prefix: "exports/postgresql/large.csv", bytes: largeRows * lineLength },
            once: true,
        },
    ];
    return checks.map((check) => ({ engine: "postgresql", ...check }));
}
