import { objectArn } from "./arn";
import { policyDocument, type Statement } from "./document";
import { permissions, type Direction, type Engine } from "./permissions";

/** The parts of a location that determine how many policies there are. */
export interface LocationShape {
    /** Object keys or key patterns. Defaults to every object. */
    readonly objects?: readonly string[] | undefined;
    /** Whether it is set counts, not its value. */
    readonly kmsKeyArn?: unknown;
}

/**
 * The objects of one location that are in one policy.
 *
 * @typeParam Location - The type of the location.
 */
export interface Piece<Location = LocationShape> {
    /** The location. */
    readonly location: Location;
    /** The object keys or key patterns. */
    readonly objects: readonly string[];
}

/**
 * The number of characters that a managed policy can have, without white space. See
 * [IAM quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
export const policyCharacters = 6144;

export const longestBucketName = 63;
export const longestBucketArn = `arn:aws-us-gov:s3:::${"b".repeat(longestBucketName)}`;
export const longestKeyArn = `arn:aws-us-gov:kms:ap-southeast-99:123456789012:key/${"k".repeat(36)}`;

/**
 * Returns the policies that the locations need, in the order of the list, each with its objects.
 *
 * Each bucket and key counts at its maximum length. So the number of policies doesn't depend on names that are not known yet,
 * and a location that you append changes only the last policy or adds one.
 *
 * @typeParam Location - The type of the locations.
 * @param engine - The engine of the cluster.
 * @param direction - Whether the cluster reads from the locations or writes to them.
 * @param locations - The locations, in the order of the input.
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
            const object = longestBucketArn.length + entry(objectArn("", pattern));
            if (used + object + (piece ? 0 : opening) > room) {
                policies.push([]);
                used = 0;
                piece = undefined;
            }
            if (piece === undefined) {
                // Not empty at first: V8 gives an empty list room for 17 at its first item, and most have one.
                piece = [pattern];
                policies.at(-1)?.push({ location, objects: piece });
                used += opening;
            } else piece.push(pattern);
            used += object;
        }
    }
    return policies;
}

/** The characters that a resource takes in a document. */
function entry(resource: string): number {
    return JSON.stringify(resource).length + ",".length;
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
