import { kmsPolicyDocument, type Key } from "../policy/kmsPolicy";
import type { Direction, Engine } from "../policy/permissions";
import { s3PolicyDocument, type Location } from "../policy/s3Policy";
import { policyCharacters, splitLocations } from "../policy/split";
import { accessShapeOf } from "./access";
import { isObject, mistake, type Mistake } from "./check";

/**
 * Policies that are larger than IAM takes, although they were split: by names of buckets from before S3's rules, which
 * have up to 255 characters, or by very many KMS keys.
 */
export function policiesTooLarge(given: Record<string, unknown>, engine: unknown): Mistake[] {
    const shape = accessShapeOf({ ...given, engine });
    if (shape === undefined) return [];
    return [
        ...locationsTooLarge(shape.engine, "import", given.importFrom, "importFrom"),
        ...locationsTooLarge(shape.engine, "export", given.exportTo, "exportTo"),
        ...keysTooLarge(given.kmsKeys),
    ];
}

function locationsTooLarge(engine: Engine, direction: Direction, given: unknown, path: string): Mistake[] {
    if (!areKnown<Location>(given, "bucket")) return [];
    return splitLocations(engine, direction, given).flatMap((pieces) => {
        const locations = pieces.map(({ location, objects }) => ({ ...given[location]!, objects }));
        const size = JSON.stringify(s3PolicyDocument(engine, direction, locations, "aws")).length;
        if (size <= policyCharacters) return [];
        const [first, last] = [pieces[0]?.location, pieces.at(-1)?.location];
        return mistake(
            path,
            `${path}[${first}] to ${path}[${last}] make a policy of ${size} characters, but IAM takes ${policyCharacters}: move some of them to another AuroraS3Access`,
        );
    });
}

function keysTooLarge(given: unknown): Mistake[] {
    if (!areKnown<Key>(given, "keyArn")) return [];
    const size = JSON.stringify(kmsPolicyDocument(given)).length;
    if (size <= policyCharacters) return [];
    return mistake(
        "kmsKeys",
        `${given.length} keys make a policy of ${size} characters, but IAM takes ${policyCharacters}: move some of them to another AuroraS3Access`,
    );
}

/** Whether the `property` of all items is known. */
function areKnown<T>(given: unknown, property: keyof T & string): given is T[] {
    return (
        Array.isArray(given) && given.every((each) => isObject(each) && typeof each[property] === "string")
    );
}
