import { ExecuteStatementCommand, RDSDataClient } from "@aws-sdk/client-rds-data";
import {
    AddRoleToDBClusterCommand,
    CreateDBInstanceCommand,
    type CreateDBClusterCommandInput,
    type DBCluster,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import {
    allow,
    attach,
    createBucket,
    createCluster,
    createPolicy,
    createRole,
    describeCluster,
    policyDocument,
    useEmulator,
} from "../emulator/builders";
import { startDataApi, type DataApi } from "./server";

const given: Partial<CreateDBClusterCommandInput> = {
    Engine: "aurora-postgresql",
    DatabaseName: "test",
    EnableHttpEndpoint: true,
    MasterUserPassword: undefined,
    ManageMasterUserPassword: true,
};
const load =
    "SELECT aws_s3.table_import_from_s3('orders', 'id,name', '(format csv)', aws_commons.create_s3_uri('sales', 'incoming/orders.csv', 'us-east-1'))";

describe("The stand-in for the RDS Data API", () => {
    const emulator = useEmulator();
    let dataApi: DataApi;
    afterEach(() => dataApi.stop());

    /** Runs statements on a cluster with an instance, and gives the rows of the last one. */
    async function run(cluster: DBCluster, ...statements: string[]) {
        const client = new RDSDataClient({
            endpoint: dataApi.endpoint,
            region: "us-east-1",
            credentials: { accessKeyId: "test", secretAccessKey: "test" },
            maxAttempts: 1,
        });
        let records;
        for (const sql of statements) {
            const command = new ExecuteStatementCommand({
                resourceArn: cluster.DBClusterArn,
                secretArn: cluster.MasterUserSecret?.SecretArn ?? "none",
                database: "test",
                sql,
            });
            ({ records } = await client.send(command));
        }
        return records?.map((record) => record.map((field) => field.longValue ?? field.stringValue));
    }

    async function cluster(more: Partial<CreateDBClusterCommandInput> = {}): Promise<DBCluster> {
        const { Engine } = await createCluster(emulator().aws, { ...given, ...more });
        const instance = { DBInstanceIdentifier: "sales-1", DBClusterIdentifier: "sales", Engine };
        const { rds } = emulator().aws;
        await rds.send(new CreateDBInstanceCommand({ ...instance, DBInstanceClass: "db.serverless" }));
        return describeCluster(emulator().aws);
    }

    /** A role for imports, which may read what the bucket `sales` has below `incoming/`. */
    async function importRole(trust?: string): Promise<void> {
        const { aws } = emulator();
        const RoleArn = await createRole(aws, "loader", trust);
        const objects = allow("s3:GetObject", "arn:aws:s3:::sales/incoming/*");
        await attach(aws, "loader", await createPolicy(aws, "load", objects));
        const role = { DBClusterIdentifier: "sales", RoleArn, FeatureName: "s3Import" };
        await aws.rds.send(new AddRoleToDBClusterCommand(role));
        await describeCluster(aws);
    }

    const tables = ["CREATE EXTENSION IF NOT EXISTS aws_s3 CASCADE", "CREATE TABLE orders (id INT)"];

    it("keeps rows", async () => {
        dataApi = await startDataApi(emulator(), "sent");
        const rows = await run(
            await cluster(),
            "CREATE TABLE orders (id INT)",
            "INSERT INTO orders VALUES (2, 'bert')",
            "INSERT INTO orders VALUES (1, 'anna')",
            "SELECT id, name FROM orders ORDER BY id",
        );
        assert.deepEqual(rows, [
            [1, "anna"],
            [2, "bert"],
        ]);
    });

    it("is an error of the database for a statement that it does not know", async () => {
        dataApi = await startDataApi(emulator(), "sent");
        await assert.rejects(run(await cluster(), "DROP DATABASE test"), { name: "DatabaseErrorException" });
    });

    it("is refused unless the cluster has it enabled", async () => {
        dataApi = await startDataApi(emulator(), "sent");
        await assert.rejects(run(await cluster({ EnableHttpEndpoint: false }), "SELECT id FROM orders"), {
            name: "BadRequestException",
            message: "HttpEndpoint is not enabled for this resource",
        });
    });

    it("reads as the role of the cluster, and no further", async () => {
        dataApi = await startDataApi(emulator(), "sent");
        const { aws } = emulator();
        await createBucket(aws, "sales", "incoming/orders.csv", "private/orders.csv");
        const sales = await cluster();
        const credentials = { message: /credentials/ };
        await assert.rejects(run(sales, ...tables, load), credentials, "without a role");
        await importRole();
        const read = await run(sales, load);
        assert.deepEqual(read, [['1 rows imported into relation "orders"']]);
        await assert.rejects(run(sales, load.replace("incoming/", "private/")), { message: /Access Denied/ });
    });

    for (const [keys, isRead] of [
        ["sent", true],
        ["not sent", false],
    ] as const) {
        it(`${isRead ? "assumes" : "cannot assume"} a role that requires the source, where the keys are ${keys}`, async () => {
            dataApi = await startDataApi(emulator(), keys);
            await createBucket(emulator().aws, "sales", "incoming/orders.csv");
            const sales = await cluster();
            const Principal = { Service: "rds.amazonaws.com" };
            const Condition = { StringEquals: { "aws:SourceAccount": emulator().accountId } };
            const statement = { Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition };
            await importRole(policyDocument(statement));
            const reading = run(sales, ...tables, load);
            if (isRead) await reading;
            else await assert.rejects(reading, { message: /credentials/ });
        });
    }
});
