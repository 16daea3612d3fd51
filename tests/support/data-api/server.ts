import { DescribeDBClustersCommand, type DBCluster } from "@aws-sdk/client-rds";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Emulator } from "../emulator/emulator";
import { Mysql } from "./mysql";
import { Postgresql } from "./postgresql";
import type { SourceKeys } from "./role";
import { SqlError } from "./sqlError";
import type { Cell } from "./tables";

export interface DataApi {
    endpoint: string;
    stop: () => Promise<void>;
}

interface Request {
    resourceArn: string;
    secretArn: string;
    database: string;
    sql: string;
}

class BadRequest extends Error {}

/** Answers `ExecuteStatement` for the clusters of an emulated AWS: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html */
export async function startDataApi(emulator: Emulator, keys: SourceKeys): Promise<DataApi> {
    const databases = new Map<string, Mysql | Postgresql>();

    async function execute({ resourceArn, secretArn, database, sql }: Request) {
        const cluster = await clusterOf(emulator, resourceArn);
        if (!cluster.HttpEndpointEnabled)
            throw new BadRequest("HttpEndpoint is not enabled for this resource");
        if (cluster.MasterUserSecret?.SecretArn !== secretArn) throw new BadRequest("Invalid secret ARN");
        if (!cluster.DBClusterMembers?.length) throw new BadRequest("The cluster has no instance");
        if (cluster.DatabaseName !== database) throw new BadRequest(`Unknown database '${database}'`);
        const Kind = cluster.Engine === "aurora-mysql" ? Mysql : Postgresql;
        const known = databases.get(resourceArn) ?? new Kind(emulator, keys);
        databases.set(resourceArn, known);
        const rows = await known.run(sql, cluster);
        return { numberOfRecordsUpdated: 0, records: rows.map((row) => row.map(fieldOf)) };
    }

    const server = createServer((request, response) => void answer(request, response, execute));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        stop: async () => {
            server.closeAllConnections();
            server.close();
            await once(server, "close");
        },
    };
}

async function clusterOf({ aws }: Emulator, arn: string): Promise<DBCluster> {
    const DBClusterIdentifier = arn.split(":").at(-1);
    const { DBClusters } = await aws.rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
    return DBClusters![0]!;
}

const fieldOf = (cell: Cell) => (typeof cell === "number" ? { longValue: cell } : { stringValue: cell });

async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    execute: (request: Request) => Promise<object>,
): Promise<void> {
    const [status, type, body] = await execute((await json(request)) as Request).then(
        (found) => [200, undefined, found] as const,
        (error: Error) =>
            [
                error instanceof SqlError || error instanceof BadRequest ? 400 : 500,
                typeOf(error),
                error,
            ] as const,
    );
    response.statusCode = request.url === "/Execute" ? status : 404;
    response.setHeader("content-type", "application/json");
    if (type) response.setHeader("x-amzn-errortype", type);
    response.end(JSON.stringify(body instanceof Error ? { message: body.message } : body));
}

function typeOf(error: Error): string {
    if (error instanceof SqlError) return "DatabaseErrorException";
    return error instanceof BadRequest ? "BadRequestException" : "InternalServerErrorException";
}
