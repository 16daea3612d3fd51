import { csv, first, lineLength, second, type Check } from "./check";
import type { Place } from "./place";

const fields = String.raw`FIELDS TERMINATED BY ',' LINES TERMINATED BY '\n'`;
const xml = `<orders><order><id>1</id><name>anna</name></order><order><id>2</id><name>bert</name></order></orders>`;

export const loadCsv = (source: string): string =>
    `LOAD DATA FROM S3 ${source} INTO TABLE orders ${fields} (id, name)`;

/** Of Aurora MySQL. */
export function mysqlChecks({ bucket }: Place, largeRows: number): Check[] {
    const uri = (key: string) => `s3://${bucket}/${key}`;
    const select = (key: string, more = "") =>
        `SELECT id, name FROM orders ORDER BY id INTO OUTFILE S3 '${uri(key)}' ${fields}${more}`;
    const entries = [{ url: uri("incoming/manifest/a.csv"), mandatory: true }];
    const entry = { url: uri("incoming/manifest/b.csv"), mandatory: true };

    const checks: Omit<Check, "engine">[] = [
        {
            title: "LOAD DATA FROM S3 FILE",
            given: { "incoming/orders.csv": csv(first) },
            statement: loadCsv(`FILE '${uri("incoming/orders.csv")}'`),
            expected: { rows: first },
        },
        {
            title: "LOAD DATA FROM S3 FILE, single object in scope",
            given: { "single/orders.csv": csv(first) },
            statement: loadCsv(`FILE '${uri("single/orders.csv")}'`),
            expected: { rows: first },
        },
        {
            title: "LOAD DATA FROM S3 PREFIX",
            given: { "incoming/parts/a.csv": csv(first), "incoming/parts/b.csv": csv(second) },
            statement: loadCsv(`PREFIX '${uri("incoming/parts/")}'`),
            expected: { rows: [...first, ...second] },
        },
        {
            title: "LOAD DATA FROM S3 MANIFEST",
            given: {
                "incoming/manifest/a.csv": csv(first),
                "incoming/manifest/b.csv": csv(second),
                "incoming/orders.manifest": JSON.stringify({ entries: [...entries, entry] }),
            },
            statement: loadCsv(`MANIFEST '${uri("incoming/orders.manifest")}'`),
            expected: { rows: [...first, ...second] },
        },
        {
            title: "LOAD XML FROM S3 FILE",
            given: { "incoming/orders.xml": xml },
            statement: `LOAD XML FROM S3 FILE '${uri("incoming/orders.xml")}' INTO TABLE orders ROWS IDENTIFIED BY '<order>' (id, name)`,
            expected: { rows: first },
        },
        {
            title: "LOAD DATA FROM S3 FILE, object out of scope",
            given: { "private/orders.csv": csv(first) },
            statement: loadCsv(`FILE '${uri("private/orders.csv")}'`),
            expected: { denied: "orders" },
        },
        {
            title: "LOAD DATA FROM S3 FILE, next to a single object in scope",
            given: { "single/others.csv": csv(first) },
            statement: loadCsv(`FILE '${uri("single/others.csv")}'`),
            expected: { denied: "orders" },
        },
        {
            title: "SELECT INTO OUTFILE S3, MANIFEST ON",
            rows: first,
            statement: select("exports/mysql/orders", " MANIFEST ON OVERWRITE ON"),
            expected: {
                objects: {
                    "exports/mysql/orders.part_00000": csv(first),
                    "exports/mysql/orders.manifest": /exports\/mysql\/orders\.part_00000/,
                },
            },
        },
        {
            title: "SELECT INTO OUTFILE S3, OVERWRITE ON",
            rows: second,
            given: { "exports/mysql/again.part_00000": csv(first) },
            statement: select("exports/mysql/again", " OVERWRITE ON"),
            expected: { objects: { "exports/mysql/again.part_00000": csv(second) } },
        },
        {
            title: "SELECT INTO OUTFILE S3, object out of scope",
            rows: first,
            statement: select("private/mysql"),
            expected: { denied: "private/mysql.part_00000" },
        },
        {
            title: "SELECT INTO OUTFILE S3, large",
            statement: `SELECT content FROM large INTO OUTFILE S3 '${uri("exports/mysql/large")}' ${fields} OVERWRITE ON`,
            expected: { prefix: "exports/mysql/large", bytes: largeRows * lineLength },
            once: true,
        },
    ];
    return checks.map((check) => ({ engine: "mysql", ...check }));
}
