import { bucketArn, objectArn } from "./arn";
import { allow, policyDocument, type PolicyDocument } from "./document";
import { permissions, type Direction, type Engine } from "./permissions";

/** A place in S3: a bucket, which of its objects, and the key that encrypts them. */
export interface Location {
    readonly bucket: string;
    readonly objects?: readonly string[] | undefined;
    readonly kmsKeyArn?: string | undefined;
}

/**
 * What Aurora may do in one direction: bucket actions on the buckets, object actions on the objects, key
 * actions on the keys, never one on the other. `partition` is for buckets given by name.
 */
export function s3PolicyDocument(
    engine: Engine,
    direction: Direction,
    locations: readonly Location[],
    partition: string,
): PolicyDocument {
    const actions = permissions[engine][direction];
    const buckets = locations.map((location) => ({
        ...location,
        arn: bucketArn(location.bucket, partition),
    }));
    const keyArns = locations.flatMap(({ kmsKeyArn }) => (kmsKeyArn === undefined ? [] : [kmsKeyArn]));

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
