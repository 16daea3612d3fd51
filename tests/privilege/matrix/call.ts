import * as kmsCommands from "@aws-sdk/client-kms";
import * as s3Commands from "@aws-sdk/client-s3";
import type { Clients } from "../../support/emulator/clients";
import type { Verdict } from "../../support/objects";

/** The action that a call is judged by, the operation, and what it is asked with in addition to the resource. */
export type Call = readonly [action: string, operation: string, input?: object];

/** What a call is about, as the operations of S3 and KMS name it. */
export type Target = Readonly<Record<string, unknown>>;

type Command = new (input: object) => object;

/** What the clients of S3 and KMS have in common. */
interface Client {
    send: (command: object) => Promise<unknown>;
}

/** Sends a call, and tells whether it was allowed. Any other error comes after access was allowed. */
export async function outcome(
    { s3, kms }: Clients,
    [action, name, input]: Call,
    target: Target,
): Promise<Verdict> {
    const [client, commands] = (action.startsWith("s3:") ? [s3, s3Commands] : [kms, kmsCommands]) as [
        Client,
        object,
    ];
    const Command = (commands as Record<string, Command>)[`${name}Command`];
    if (Command === undefined) throw new Error(`The AWS SDK has no operation ${name}.`);
    try {
        await client.send(new Command({ ...target, ...input }));
        return "allowed";
    } catch (error) {
        return verdictOf(error as SdkError, name);
    }
}

/** What the AWS SDK throws. */
export interface SdkError extends Error {
    readonly $metadata?: { readonly httpStatusCode?: number };
    /** What the SDK could not read. */
    readonly $response?: { readonly statusCode?: number };
}

function verdictOf(error: SdkError, operation: string): Verdict {
    const status = statusOf(error);
    if (status === undefined || status >= 500)
        throw new Error(`${operation} tells nothing about access: ${error.name}, ${error.message}`, {
            cause: error,
        });
    return isDenied(error, operation) ? "denied" : "allowed";
}

const statusOf = (error: SdkError) => error.$metadata?.httpStatusCode ?? error.$response?.statusCode;

/** S3 does not name the error of a HEAD request, whose answer has no body. Others have this status for other reasons too. */
export const isDenied = (error: SdkError, operation: string): boolean =>
    error.name.startsWith("AccessDenied") || (operation.startsWith("Head") && statusOf(error) === 403);
