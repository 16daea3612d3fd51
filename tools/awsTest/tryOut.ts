import { setTimeout as sleep } from "node:timers/promises";
import type { Aws } from "./aws";
import { Bucket } from "./checks/bucket";
import type { Check, Engine } from "./checks/check";
import { mysqlChecks } from "./checks/mysql";
import { postgresqlChecks } from "./checks/postgresql";
import { preparation } from "./checks/prepare";
import { told, verify, type Verifying } from "./checks/verify";
import { sentinelCheck } from "./checks/sentinel";
import { allowAll, deny, withoutAction } from "./checks/withoutAction";
import type { Deployed, Mode } from "./deploy/settings";
import { doctor } from "./doctor";
import type { Findings } from "./report/findings";
import { parameterArrives } from "./sql/parameter";
import { grantPrivileges } from "./sql/privileges";
import type { Sql } from "./sql/sql";

export interface Pace {
    /** How often the rows of the large table are doubled: 16 times are 64 MB. */
    doublings: number;
    /** How long to wait, in milliseconds, before AWS is asked again. */
    pause: number;
}

const engines = ["mysql", "postgresql"] as const;

/** What a deployment lets the clusters do, on one bucket and by one way to run SQL. */
export class TryOut {
    private readonly checks: Record<Engine, Check[]>;
    private readonly bucket: Bucket;

    constructor(
        private readonly aws: Aws,
        private readonly sql: Sql,
        private readonly deployed: Deployed,
        private readonly name: string,
        private readonly pace: Pace,
        private readonly signal: AbortSignal,
        private readonly say: (text: string) => void,
    ) {
        const place = { bucket: name, region: aws.region, keyArn: deployed.keyArn };
        const rows = 2 ** pace.doublings;
        this.checks = { mysql: mysqlChecks(place, rows), postgresql: postgresqlChecks(place, rows) };
        this.bucket = new Bucket(aws.s3, name);
    }

    /** Once, before the first statement. */
    async prepare(findings: Findings): Promise<void> {
        for (const engine of engines) {
            this.say(`Preparing the database of ${engine} ...`);
            for (const statement of preparation(engine, this.pace.doublings)) {
                this.signal.throwIfAborted();
                await this.sql.run(this.database(engine), statement);
            }
            findings.versions[engine] = this.database(engine).version;
        }
        await grantPrivileges(this.sql, this.database("mysql"), {
            signal: this.signal,
            pause: this.pace.pause,
        });
    }

    async statements(mode: Mode, isFirst: boolean, findings: Findings): Promise<void> {
        const where = { rds: this.aws.rds, sql: this.sql, database: this.database("mysql") };
        const role = this.deployed.mysqlRoles[0]!;
        findings.arrivals.push(
            await parameterArrives(where, role, { signal: this.signal, pause: this.pace.pause }),
        );
        for (const engine of engines) {
            for (const check of this.checks[engine].filter(({ once }) => isFirst || !once)) {
                this.signal.throwIfAborted();
                const outcome = await verify(check, this.verifying(engine));
                findings.checks.push({ mode, engine, title: check.title, ...outcome });
                this.say(
                    `${outcome.held ? "as expected" : "NOT AS EXPECTED"}: ${check.title}: ${outcome.found}`,
                );
            }
        }
    }

    /** Which actions Aurora really uses. */
    async withoutActions(findings: Findings): Promise<void> {
        const { iam } = this.aws;
        for (const [index, row] of withoutAction.entries()) {
            const check = this.checks[row.engine].find(({ title }) => title === row.title)!;
            const [role] = row.engine === "mysql" ? this.deployed.mysqlRoles : this.deployed.postgresqlRoles;
            const sentinel = `incoming/sentinel-${index}.csv`;
            await deny(iam, role!, row, { bucket: this.name, sentinel });
            try {
                await this.untilDenied(sentinel, row.engine);
                const outcome = await verify(check, this.verifying(row.engine));
                findings.withoutAction.push({ ...row, ...outcome });
                const result = outcome.held ? "succeeds" : "fails";
                this.say(`${result} without ${row.action}: ${row.title}: ${outcome.found}`);
            } finally {
                await allowAll(iam, role!);
            }
        }
    }

    private async untilDenied(sentinel: string, engine: Engine): Promise<void> {
        const denied = sentinelCheck(engine, { bucket: this.name, region: this.aws.region }, sentinel);
        for (let attempt = 1; attempt <= 30; attempt++) {
            this.signal.throwIfAborted();
            if ((await verify(denied, this.verifying(engine))).held) return;
            await sleep(this.pace.pause);
        }
        throw new Error(`A policy that denies the role ${sentinel} has no effect.`);
    }

    async doctor(findings: Findings): Promise<void> {
        for (const engine of engines) {
            this.signal.throwIfAborted();
            const outcome = await doctor(this.database(engine).identifier, this.name, engine);
            findings.doctor.push({ engine, ...outcome });
            this.say(`doctor, ${engine}: ${outcome.found}`);
        }
    }

    private database(engine: Engine) {
        return engine === "mysql" ? this.deployed.mysqlDatabase : this.deployed.postgresqlDatabase;
    }

    private verifying(engine: Engine): Verifying {
        const { sql, bucket, deployed } = this;
        return { sql, bucket, database: this.database(engine), keyArn: deployed.keyArn };
    }
}

export const toldError = (error: unknown): string => told(error as Error);
