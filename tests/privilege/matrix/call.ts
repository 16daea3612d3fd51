import * as kmsCommands from "@aws-sdk/client-kms";
import * as s3Commands from "@aws-sdk/client-s3";
import type { Clients } from "../../support/emulator/clients";
import type { Verdict } from "../../support/objects";

/** The action that a call is judged by, the operation, and what it is asked with in addition to the resource. */
export type Call = readonly [action: string, operation: string, input?: object];

/** What a call is about, as the operations of S3 and KMS name it. */
export type Target = Readonly<Record<string, unknown>>;

type Command = new (input: object) => never;

/** Sends a call, and tells whether it was allowed. Any other error comes after access was allowed. */
export async function outcome({ s3, kms }: Clients, [action, name, input]: Call, target: Target): Promise<Verdict> {
    const [client, commands] = action.startsWith("s3:") ? [s3, s3Commands] : [kms, kmsCommands];
    const Command = (commands as unknown as Record<string, Command>)[`${name}Command`];
    if (Command === undefined) throw new Error(`The AWS SDK has no operation ${name}.`);
    try {
        await client.send(new Command({ ...target, ...input }));
        return "allowed";
    } catch (error) {
        return verdictOf(error as SdkError, name);
    }
}

interface SdkError extends Error {
    readonly $metadata?: { readonly httpStatusCode?: number };
    /** What the SDK could not read. */
    readonly $response?: { readonly statusCode?: number };
}

/** S3 does not name the error of a HEAD request, whose answer has no body. Others have this status for other reasons too. */
function verdictOf(error: SdkError, operation: string): Verdict {
    const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
    if (status === undefined || status >= 500)
        throw new Error(`${operation} tells nothing about access: ${error.name}, ${error.message}`, { cause: error });
    const isNameless = operation.startsWith("Head");
    return error.name.startsWith("AccessDenied") || (isNameless && status === 403) ? "denied" : "allowed";
}
