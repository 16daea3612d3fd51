import { bucketArn, objectArn } from "./arn";
import { allow, policyDocument, type PolicyDocument } from "./document";
import { permissions, type Direction, type Engine } from "./permissions";

/** An S3 location: a bucket, its objects, and the KMS key that encrypts them. */
export interface Location {
    /** The name or ARN of a bucket, or `*` for every bucket. */
    readonly bucket: string;
    /** Object keys or key patterns with `*` and `?`. Defaults to every object. */
    readonly objects?: readonly string[] | undefined;
    /** The ARN of the KMS key that encrypts the objects. Defaults to none. */
    readonly kmsKeyArn?: string | undefined;
}

/**
 * Returns the policy document for one direction: the bucket actions on the buckets, the object actions on the objects, and the
 * key actions on the keys.
 *
 * @param engine - The engine of the cluster.
 * @param direction - Whether the cluster reads from the locations or writes to them.
 * @param locations - The locations. Their order doesn't matter.
 * @param partition - The partition of buckets that are set by name, for example, `aws`.
 */
export function s3PolicyDocument(
    engine: Engine,
    direction: Direction,
    locations: readonly Location[],
    partition: string,
): PolicyDocument {
    const actions = permissions[engine][direction];
    // Each is read once, so that all statements are for the same.
    const buckets = locations.map(({ bucket, objects, kmsKeyArn }) => ({
        arn: bucketArn(bucket, partition),
        objects,
        kmsKeyArn,
    }));
    const keyArns = buckets.flatMap(({ kmsKeyArn }) => (kmsKeyArn === undefined ? [] : [kmsKeyArn]));

    return policyDocument([
        ...allow(buckets.map(({ arn }) => ({ resource: arn, actions: actions.bucket }))),
        ...allow(
            buckets.flatMap(({ arn, objects = ["*"] }) =>
                objects.map((pattern) => ({ resource: objectArn(arn, pattern), actions: actions.objects })),
            ),
        ),
        ...allow(keyArns.map((resource) => ({ resource, actions: actions.key }))),
    ]);
}
