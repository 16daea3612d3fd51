import { buckets } from "../surroundings";
import { get, getVersion, head, list } from "./reads";
import type { Statement } from "./step";

const orders = "incoming/orders.csv";
const xml = "incoming/orders.xml";
const more = "incoming/orders-2.csv";
const manifest = "incoming/orders.manifest";

/**
 * AWS requires ListBucket and GetObjectVersion and doesn't say for which calls: of the calls that load data, only listing and reading a given
 * version need them.
 */
const loadFile = (sql: string, key: string): Statement => ({
    sql,
    objects: [key],
    steps: [list(key, "assumed"), head(key, "assumed"), get(key, "load"), getVersion(key, "assumed")],
});

export const loads: readonly Statement[] = [
    loadFile("LOAD DATA FROM S3 FILE", orders),
    {
        sql: "LOAD DATA FROM S3 PREFIX",
        objects: [orders, more],
        steps: [list("incoming/orders", "load"), get(orders, "load"), get(more, "load")],
    },
    {
        sql: "LOAD DATA FROM S3 MANIFEST",
        objects: [manifest, orders, more],
        steps: [get(manifest, "load"), get(orders, "load"), get(more, "load")],
    },
    loadFile("LOAD XML FROM S3 FILE", xml),
    {
        sql: "LOAD XML FROM S3 PREFIX",
        objects: [xml],
        steps: [list("incoming/orders", "load"), get(xml, "load")],
    },
];

/** A manifest can name files in several buckets. */
export const loadFromTwoBuckets: Statement = {
    sql: "LOAD DATA FROM S3 MANIFEST that names a file in another bucket",
    objects: [manifest, orders],
    steps: [get(manifest, "load"), get(orders, "load"), get(more, "load", buckets.other)],
};

export const tableImports: readonly Statement[] = [
    {
        sql: "aws_s3.table_import_from_s3",
        objects: [orders],
        steps: [list(orders, "assumed"), get(orders, "postgresqlImport")],
    },
];
