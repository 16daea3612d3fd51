import { CreateMultipartUploadCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { allowedActions, type AnyPolicyDocument } from "../../../provider/policy/evaluation";
import type { Clients } from "../../support/emulator/clients";
import type { Verdict } from "../../support/objects";
import { buckets, type Keys } from "../surroundings";
import { outcome, type Target } from "./call";
import { actionsOn, callsOn } from "./calls";
import { isExpected, placesOf, type Row } from "./expected";
import { places, type Place } from "./places";

/** Whether something is allowed, and whether it should be. */
export interface Cell {
    readonly place: Place;
    readonly action: string;
    /** The call, or `evaluated` if the documents were judged instead. */
    readonly by: string;
    readonly found: Verdict;
    readonly expected: Verdict;
}

const verdict = (isAllowed: boolean): Verdict => (isAllowed ? "allowed" : "denied");

/** What the calls of a place are about, by the names that the operations and IAM use. */
export function targetOf(row: Row, place: Place, keys: Keys): { target: Target; arn: string } {
    const bucket = (Bucket: string) => ({ target: { Bucket }, arn: `arn:aws:s3:::${Bucket}` });
    const object = (Bucket: string, Key: string) => ({
        target: { Bucket, Key },
        arn: `arn:aws:s3:::${Bucket}/${Key}`,
    });
    const key = ({ arn, ciphertext }: Keys["raw"]) => ({
        target: {
            KeyId: arn,
            CiphertextBlob: ciphertext,
            SourceKeyId: arn,
            DestinationKeyId: arn,
            TargetKeyId: arn,
        },
        arn,
    });
    switch (place) {
        case "bucket":
            return bucket(buckets[row.bucket]);
        case "object":
            return object(buckets[row.bucket], row.object);
        case "outside":
            return object(buckets[row.bucket], row.outside!);
        case "otherBucket":
            return bucket(buckets.other);
        case "otherObject":
            return object(buckets.other, row.object);
        case "key":
            return key(keys[row.bucket]);
        case "otherKey":
            return key(keys.other);
        case "account":
            return { target: {}, arn: "*" };
    }
}

/** Sends every call, everywhere, as the role: the calls of one place after each other, those of several side by side. */
export async function calledCells(row: Row, role: Clients, aws: Clients, keys: Keys): Promise<Cell[]> {
    const cells = placesOf(row).map((place) => calledCellsOf(row, place, role, aws, keys));
    return (await Promise.all(cells)).flat();
}

async function calledCellsOf(
    row: Row,
    place: Place,
    role: Clients,
    aws: Clients,
    keys: Keys,
): Promise<Cell[]> {
    const { kind } = places[place];
    const { target: named } = targetOf(row, place, keys);
    const target = kind === "object" ? await withObject(aws, named) : named;
    const cells: Cell[] = [];
    for (const call of callsOn[kind]) {
        const [action, by] = call;
        const found = await outcome(role, call, target);
        cells.push({ place, action, by, found, expected: verdict(isExpected(row, place, action)) });
    }
    return cells;
}

/** An object, and an upload to replace it. */
async function withObject({ s3 }: Clients, target: Target): Promise<Target> {
    const object = target as { Bucket: string; Key: string };
    await s3.send(new PutObjectCommand({ ...object, Body: "text" }));
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
    return { ...target, UploadId };
}

/** Judges every action of S3 and KMS, everywhere, by the documents of the role. */
export function evaluatedCells(row: Row, documents: readonly AnyPolicyDocument[], keys: Keys): Cell[] {
    return placesOf(row).flatMap((place) => {
        const actions = actionsOn[places[place].kind];
        const allowed = new Set(allowedActions(documents, targetOf(row, place, keys).arn, { actions }));
        return actions.map((action) => ({
            place,
            action,
            by: "evaluated",
            found: verdict(allowed.has(action)),
            expected: verdict(isExpected(row, place, action)),
        }));
    });
}

/** The cells that are not as expected, in words. */
export const wrong = (cells: readonly Cell[]): string[] =>
    cells
        .filter(({ found, expected }) => found !== expected)
        .map(({ place, action, by, found }) => `${places[place].title}: ${action} (${by}) is ${found}`);
