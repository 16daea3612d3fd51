import type { DBCluster } from "@aws-sdk/client-rds";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Emulator } from "../emulator/emulator";
import { listKeys, orDenied, readObject, writeObject } from "./objects";
import { asRole, parameterOf, type SourceKeys } from "./role";
import { SqlError } from "./sqlError";
import { type Cell, fromCsv, Tables, toCsv } from "./tables";

const s3Error = (reason: string) => new SqlError(`S3 API returned error: ${reason}`);

const load =
    /^LOAD (DATA|XML) FROM S3 (FILE|PREFIX|MANIFEST) 's3:\/\/([^/]+)\/([^']+)' INTO TABLE (\w+) .*\(id, name\)$/;
const select =
    /^(SELECT .+) INTO OUTFILE S3 's3:\/\/([^/]+)\/([^']+)' FIELDS .+? LINES TERMINATED BY '\\n'( MANIFEST ON)?( OVERWRITE ON)?$/;

/** The statements of Aurora MySQL. */
export class Mysql {
    readonly tables = new Tables();
    private readonly granted = new Set<string>();

    constructor(
        private readonly emulator: Emulator,
        private readonly keys: SourceKeys,
    ) {}

    async run(statement: string, cluster: DBCluster): Promise<Cell[][]> {
        const [, privilege] = /^GRANT (\w+) TO 'admin'@'%'$/.exec(statement) ?? [];
        if (privilege) {
            this.granted.add(privilege);
            return [];
        }
        if (statement === "SELECT CURRENT_ROLE()") return [[await this.active(cluster)]];
        const [, variable] = /^SHOW VARIABLES LIKE '(\w+)'$/.exec(statement) ?? [];
        if (variable) return [[variable, await parameterOf(this.emulator, cluster, variable)]];

        const loading = load.exec(statement);
        if (loading) return this.load(loading, cluster);
        const selecting = select.exec(statement);
        if (selecting) return this.select(selecting, cluster);
        const rows = this.tables.run(statement);
        if (!rows)
            throw new SqlError(`You have an error in your SQL syntax near '${statement.slice(0, 80)}'`);
        return rows;
    }

    private async active(cluster: DBCluster): Promise<string> {
        const isOn = (await parameterOf(this.emulator, cluster, "activate_all_roles_on_login")) === "1";
        const roles = isOn ? [...this.granted] : [];
        return roles.length > 0 ? roles.map((role) => `\`${role}\`@\`%\``).join(",") : "NONE";
    }

    private async load(parts: RegExpExecArray, cluster: DBCluster): Promise<Cell[][]> {
        const [, format, source, bucket, key, table] = parts as unknown as string[];
        const s3 = await this.s3("AWS_LOAD_S3_ACCESS", cluster);
        const texts = await orDenied(filesOf(s3, source!, bucket!, key!), s3Error);
        const rows = texts.flatMap(format === "XML" ? fromXml : fromCsv);
        this.tables.add(table!, rows);
        return [];
    }

    private async select(parts: RegExpExecArray, cluster: DBCluster): Promise<Cell[][]> {
        const [, query, bucket, key, manifest, overwrite] = parts as unknown as string[];
        const s3 = await this.s3("AWS_SELECT_S3_ACCESS", cluster);
        const there = await orDenied(listKeys(s3, bucket!, key!), s3Error);
        if (there.length > 0 && !overwrite) throw s3Error("Files exist already");
        const file = `${key}.part_00000`;
        await orDenied(writeObject(s3, bucket!, file, toCsv(this.tables.run(query!)!)), s3Error);
        if (manifest) {
            const entries = [{ url: `s3-${this.emulator.region}://${bucket}/${file}` }];
            const text = JSON.stringify({ entries });
            await orDenied(writeObject(s3, bucket!, `${key}.manifest`, text), s3Error);
        }
        return [];
    }

    private async s3(privilege: string, cluster: DBCluster): Promise<S3Client> {
        if (!(await this.active(cluster)).includes(privilege))
            throw new SqlError(
                `Access denied; you need (at least one of) the ${privilege} privilege(s) for this operation`,
            );
        const roleArn = await parameterOf(this.emulator, cluster, "aws_default_s3_role");
        if (!roleArn)
            throw s3Error("Both aurora_load_from_s3_role and aws_default_s3_role are not specified");
        const s3 = await asRole(this.emulator, cluster, { roleArn }, this.keys);
        if (!s3) throw s3Error("Missing Credentials: Cannot instantiate S3 Client");
        return s3;
    }
}

async function filesOf(s3: S3Client, source: string, bucket: string, key: string): Promise<string[]> {
    if (source === "FILE") return [await readObject(s3, bucket, key)];
    const places =
        source === "PREFIX"
            ? (await listKeys(s3, bucket, key)).map((each) => [bucket, each])
            : entriesOf(await readObject(s3, bucket, key));
    const texts: string[] = [];
    for (const [inBucket, each] of places) texts.push(await readObject(s3, inBucket!, each!));
    return texts;
}

const entriesOf = (manifest: string) =>
    (JSON.parse(manifest) as { entries: { url: string }[] }).entries.map(({ url }) =>
        /^s3:\/\/([^/]+)\/(.+)$/.exec(url)!.slice(1),
    );

const fromXml = (text: string): Cell[][] =>
    [...text.matchAll(/<order><id>(\d+)<\/id><name>(\w+)<\/name><\/order>/g)].map(([, id, name]) => [
        Number(id),
        name!,
    ]);
