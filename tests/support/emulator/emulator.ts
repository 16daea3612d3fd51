import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { type Clients, clientsFor, type Connection } from "./clients";
import { faultsOf, type Faults } from "./faults";
import { leftovers } from "./leftovers";
import { pythonWithMoto } from "./python";
import { startServer } from "./server";

/** An AWS account with IAM, KMS, RDS, S3 and STS behind one HTTP endpoint. */
export interface Emulator extends Connection, Faults {
    accountId: string;
    /** The process that answers. */
    pid: number;
    /** Clients with the account's own credentials, which may do everything. */
    aws: Clients;
    /** The same in another Region. One of GovCloud or China is in another partition: with roles and policies of its own. */
    inRegion: (region: string) => Clients;
    /** Clients with the credentials of another account, which may do everything there. */
    otherAccount: (accountId: string, region?: string) => Clients;
    /** Clients with the credentials of a role, which may do what its policies allow, as Aurora does with its role. */
    assumeRole: (roleArn: string, region?: string) => Promise<Clients>;
    /** What was called since the start or the last reset, in order: `iam:AttachRolePolicy loader arn:...` and the like. */
    calls: () => Promise<string[]>;
    /** The calls that have changed something since then, in order, with all their parameters. */
    changes: () => Promise<ChangeCall[]>;
    /** What was made and not deleted, sorted, in every Region that was called. */
    leftovers: () => Promise<string[]>;
    /** Back to an empty account, without faults. */
    reset: () => Promise<void>;
    stop: () => Promise<void>;
}

/** A call as it was sent: `iam:AttachRolePolicy` with `RoleName` and `PolicyArn`. */
export interface ChangeCall {
    operation: string;
    region: string;
    parameters: Record<string, string>;
}

export async function startEmulator(): Promise<Emulator> {
    const { endpoint, pid, stop } = await startServer(await pythonWithMoto());
    const connection = {
        endpoint,
        region: "us-east-1",
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
    };
    const aws = clientsFor(connection);
    const inRegion = (region: string) =>
        region === connection.region ? aws : clientsFor({ ...connection, region });
    const told = async (about: string) => (await fetch(`${endpoint}/moto-api/${about}`)).json();
    return {
        ...connection,
        pid,
        accountId: "123456789012",
        aws,
        inRegion,
        otherAccount: (accessKeyId, region = connection.region) =>
            clientsFor({ ...connection, region, credentials: { accessKeyId, secretAccessKey: "test" } }),
        assumeRole: async (roleArn, region = connection.region) => {
            const session = { RoleArn: roleArn, RoleSessionName: "aurora" };
            const { sts } = inRegion(region);
            const { Credentials: issued } = await sts.send(new AssumeRoleCommand(session));
            const credentials = {
                accessKeyId: issued!.AccessKeyId!,
                secretAccessKey: issued!.SecretAccessKey!,
                sessionToken: issued!.SessionToken!,
            };
            return clientsFor({ ...connection, region, credentials });
        },
        ...faultsOf(endpoint),
        calls: () => told("calls") as Promise<string[]>,
        changes: () => told("changes") as Promise<ChangeCall[]>,
        leftovers: async () => leftovers(...((await told("regions")) as string[]).map(inRegion)),
        reset: async () => {
            await fetch(`${endpoint}/moto-api/reset`, { method: "POST" });
        },
        stop,
    };
}
