import type { Values } from "./values";

/** An error of an AWS SDK, with what its middleware noted (see clients.ts). */
interface AwsError extends Error {
    Code?: string;
    $metadata: { httpStatusCode?: number; requestId?: string };
    operation?: string;
}

const isAwsError = (error: unknown): error is AwsError => error instanceof Error && "$metadata" in error;

/** The API's own code, e.g. `NoSuchEntity`; the SDK's name for it where the wire has none. */
const codeOf = (error: AwsError) => error.Code ?? error.name;

export const isCode = (error: unknown, ...codes: string[]) =>
    isAwsError(error) && (codes.includes(codeOf(error)) || codes.includes(error.name));

/** Gives nothing where AWS says that the thing does not exist. */
export async function unlessGone<T>(codes: string[], call: Promise<T>): Promise<T | undefined> {
    try {
        return await call;
    } catch (error) {
        if (isCode(error, ...codes)) return undefined;
        throw error;
    }
}

/** The message of an error; an API's error in the words of the real provider. */
export function describe(error: unknown): string {
    if (!isAwsError(error)) return error instanceof Error ? error.message : String(error);
    const { httpStatusCode, requestId } = error.$metadata;
    const http = httpStatusCode
        ? `https response error StatusCode: ${httpStatusCode}, RequestID: ${requestId ?? ""}, `
        : "";
    return `operation error ${error.operation ?? "AWS"}, ${http}${codeOf(error)}: ${error.message}`;
}

/** A resource that exists but is not as it should be: the engine keeps it in its state, with the reasons. */
export class NotReady extends Error {
    constructor(
        readonly id: string,
        reason: string,
        readonly state: Values,
    ) {
        super(reason);
    }
}
