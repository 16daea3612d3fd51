import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { Clients } from "../../support/emulator/clients";
import { isDenied, type SdkError } from "../matrix/call";
import { buckets, type Bucket } from "../surroundings";
import type { Memory, Statement, Step } from "./step";

/** A call, as it is named where it fails. */
export const nameOf = ({ operation, on }: Step): string => `${operation} ${on}`;

/** Creates the objects of a statement and sends its calls, until one is denied: returns that, or undefined if all succeed. */
export async function replay(
    aws: Clients,
    aurora: Clients,
    bucket: Bucket,
    { objects, steps }: Statement,
): Promise<string | undefined> {
    const memory: Memory = { bucket: buckets[bucket], parts: [] };
    for (const Key of objects)
        await aws.s3.send(new PutObjectCommand({ Bucket: memory.bucket, Key, Body: "1,2,3\n" }));
    for (const step of steps) {
        try {
            await step.send(aurora, memory);
        } catch (error) {
            if (isDenied(error as SdkError, step.operation)) return nameOf(step);
            throw error;
        }
    }
    return undefined;
}

/** Does so with each statement: the call that was denied, by the SQL. */
export async function replayAll(
    aws: Clients,
    aurora: Clients,
    bucket: Bucket,
    statements: readonly Statement[],
): Promise<Record<string, string | undefined>> {
    const denied: Record<string, string | undefined> = {};
    for (const statement of statements) denied[statement.sql] = await replay(aws, aurora, bucket, statement);
    return denied;
}

/** The call that fails first without one action, by the table. */
export function firstThatNeeds({ steps }: Statement, action: string): string | undefined {
    const step = steps.find(({ needs, uses }) => [...needs, ...uses].includes(action));
    return step && nameOf(step);
}
