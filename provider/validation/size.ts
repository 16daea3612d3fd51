import { engines } from "../engine";
import { kmsPolicyDocument, type Key } from "../policy/kmsPolicy";
import type { Direction, Engine } from "../policy/permissions";
import { s3PolicyDocument, type Location } from "../policy/s3Policy";
import { policyCharacters, splitLocations } from "../policy/split";
import { isObject, mistake, type Mistake } from "./check";

/**
 * Policies that are larger than IAM takes, although they were split: by names of buckets from before S3's rules, which
 * have up to 255 characters, or by very many KMS keys.
 */
export function policiesTooLarge(
    given: Record<string, unknown>,
    engine: unknown = "aurora-mysql",
): Mistake[] {
    if (!isEngine(engine)) return [];
    return [
        ...locationsTooLarge(engine, "import", given.importFrom, "importFrom"),
        ...locationsTooLarge(engine, "export", given.exportTo, "exportTo"),
        ...keysTooLarge(given.kmsKeys),
    ];
}

function locationsTooLarge(engine: Engine, direction: Direction, given: unknown, path: string): Mistake[] {
    if (!isListOf<Location>(given, "bucket")) return [];
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
    if (!isListOf<Key>(given, "keyArn")) return [];
    const size = JSON.stringify(kmsPolicyDocument(given)).length;
    if (size <= policyCharacters) return [];
    return mistake(
        "kmsKeys",
        `${given.length} keys make a policy of ${size} characters, but IAM takes ${policyCharacters}: move some of them to another AuroraS3Access`,
    );
}

/** Whether these are plain objects whose `property` is known. */
function isListOf<T>(given: unknown, property: keyof T & string): given is T[] {
    return (
        Array.isArray(given) &&
        given.every(
            (each) =>
                isObject(each) &&
                typeof each[property] === "string" &&
                (each.objects === undefined || Array.isArray(each.objects)),
        )
    );
}

function isEngine(engine: unknown): engine is Engine {
    return typeof engine === "string" && engine in engines;
}
