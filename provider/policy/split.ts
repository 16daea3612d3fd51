import { objectArn } from "./arn";
import { policyDocument, type Statement } from "./document";
import { permissions, type Direction, type Engine } from "./permissions";

/** What is known of a location before its bucket and key are. */
export interface LocationShape {
    readonly objects?: readonly string[] | undefined;
    /** There or not is what counts. */
    readonly kmsKeyArn?: unknown;
}

/** Some of the objects of one location. */
export interface Piece<Location = LocationShape> {
    readonly location: Location;
    readonly objects: readonly string[];
}

/**
 * What a managed policy holds, without white space.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const policyCharacters = 6144;

export const longestBucketName = 63;
export const longestBucketArn = `arn:aws-us-gov:s3:::${"b".repeat(longestBucketName)}`;
export const longestKeyArn = `arn:aws-us-gov:kms:ap-southeast-99:123456789012:key/${"k".repeat(36)}`;

/**
 * Which objects of which locations stand in which policy, in the order of the list.
 *
 * Only the shape decides, with each bucket and key at its greatest length: so a preview that does not know them
 * yet shows the policies that the update makes, and a location added at the end changes the last policy or adds
 * one.
 */
export function splitLocations<Location extends LocationShape>(
    engine: Engine,
    direction: Direction,
    locations: readonly Location[],
): Piece<Location>[][] {
    const { bucket } = permissions[engine][direction];
    const room = policyCharacters - emptyLength(engine, direction);
    const policies: Piece<Location>[][] = [];
    let used = Infinity;

    for (const location of locations) {
        const { objects = ["*"], kmsKeyArn } = location;
        const opening = (bucket.length > 0 ? bucketEntry : 0) + (kmsKeyArn !== undefined ? keyEntry : 0);
        let piece: string[] | undefined;
        for (const pattern of objects) {
            const object = entry(objectArn(longestBucketArn, pattern));
            if (used + object + (piece ? 0 : opening) > room) {
                policies.push([]);
                used = 0;
                piece = undefined;
            }
            if (piece === undefined) {
                piece = [];
                policies.at(-1)?.push({ location, objects: piece });
                used += opening;
            }
            piece.push(pattern);
            used += object;
        }
    }
    return policies;
}

/** The characters that a resource takes in a document. */
function entry(resource: string): number {
    return `${JSON.stringify(resource)},`.length;
}

const bucketEntry = entry(longestBucketArn);
const keyEntry = entry(longestKeyArn);

/** The characters of a document with every statement and no resource. */
function emptyLength(engine: Engine, direction: Direction): number {
    const { bucket, objects, key } = permissions[engine][direction];
    const statements = [bucket, objects, key].map((actions): Statement => ({
        Effect: "Allow",
        Action: [...actions],
        Resource: [],
    }));
    return JSON.stringify(policyDocument(statements)).length;
}
