import type { DBCluster } from "@aws-sdk/client-rds";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Emulator } from "../emulator/emulator";
import { orDenied, readObject, writeObject } from "./objects";
import { asRole, type SourceKeys } from "./role";
import { SqlError } from "./sqlError";
import { type Cell, fromCsv, Tables, toCsv } from "./tables";

const uri = String.raw`aws_commons\.create_s3_uri\('([^']+)', '([^']+)', '([^']+)'\)`;
const load = new RegExp(
    String.raw`^SELECT aws_s3\.table_import_from_s3\('(\w+)', 'id,name', '\(format csv\)', ${uri}\)$`,
);
const select = new RegExp(
    String.raw`^SELECT \* FROM aws_s3\.query_export_to_s3\('([^']+)', ${uri}, 'format csv', '([^']+)'\)$`,
);

const denied = (reason: string) => new SqlError(`ERROR: HTTP 403. ${reason}`);

/** The statements of Aurora PostgreSQL. */
export class Postgresql {
    readonly tables = new Tables();
    private hasExtension = false;

    constructor(
        private readonly emulator: Emulator,
        private readonly keys: SourceKeys,
    ) {}

    async run(statement: string, cluster: DBCluster): Promise<Cell[][]> {
        if (statement === "CREATE EXTENSION IF NOT EXISTS aws_s3 CASCADE") {
            this.hasExtension = true;
            return [];
        }
        const loading = load.exec(statement);
        if (loading) {
            const [, table, bucket, key] = loading as unknown as string[];
            const s3 = await this.s3("s3Import", cluster);
            const rows = fromCsv(await orDenied(readObject(s3, bucket!, key!), denied));
            this.tables.add(table!, rows);
            return [[`${rows.length} rows imported into relation "${table}"`]];
        }
        const selecting = select.exec(statement);
        if (selecting) {
            const [, query, bucket, key, , kmsKey] = selecting as unknown as string[];
            const s3 = await this.s3("s3Export", cluster);
            const rows = this.tables.run(query!)!;
            await orDenied(writeObject(s3, bucket!, key!, toCsv(rows), kmsKey), denied);
            return [[rows.length, 1, toCsv(rows).length]];
        }
        const rows = this.tables.run(statement);
        if (!rows) throw new SqlError(`ERROR: syntax error at or near "${statement.slice(0, 80)}"`);
        return rows;
    }

    private async s3(feature: string, cluster: DBCluster): Promise<S3Client> {
        if (!this.hasExtension) throw new SqlError('ERROR: schema "aws_s3" does not exist');
        const s3 = await asRole(this.emulator, cluster, { feature }, this.keys);
        if (!s3) throw new SqlError("ERROR: credentials stored with the database cluster can't be accessed");
        return s3;
    }
}
