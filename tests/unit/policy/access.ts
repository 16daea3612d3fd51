import fc from "fast-check";
import type { Direction, Engine } from "../../../provider/policy/permissions";
import type { Location } from "../../../provider/policy/s3Policy";
import { bucketArn, bucketName, keyArns, partition } from "./awsNames";
import { objectPattern, written, type Pattern } from "./patterns";

/** What each feature needs, said once more: the code is held to this and not to itself. */
export const needs = {
    "aurora-mysql": {
        import: {
            bucket: ["s3:ListBucket"],
            objects: ["s3:GetObject", "s3:GetObjectVersion"],
            key: ["kms:Decrypt"],
        },
        export: {
            bucket: ["s3:ListBucket"],
            objects: [
                "s3:AbortMultipartUpload",
                "s3:DeleteObject",
                "s3:GetObject",
                "s3:ListMultipartUploadParts",
                "s3:PutObject",
            ],
            key: ["kms:Decrypt", "kms:GenerateDataKey"],
        },
    },
    "aurora-postgresql": {
        import: { bucket: ["s3:ListBucket"], objects: ["s3:GetObject"], key: ["kms:Decrypt"] },
        export: {
            bucket: [],
            objects: ["s3:AbortMultipartUpload", "s3:PutObject"],
            key: ["kms:Decrypt", "kms:GenerateDataKey"],
        },
    },
};

export const engine = fc.constantFrom<Engine>("aurora-mysql", "aurora-postgresql");
export const direction = fc.constantFrom<Direction>("import", "export");

/** A location beside what it was made from. */
interface Asked extends Location {
    name: string;
    patterns: readonly Pattern[];
}

/** Some locations on one or two buckets and keys, so that they share them now and then. */
export const access = fc
    .record({
        engine,
        direction,
        partition,
        names: fc.array(bucketName, { minLength: 1, maxLength: 2 }),
        keyArns,
        drafts: fc.array(
            fc.record({
                name: fc.nat(),
                byArn: fc.boolean(),
                patterns: fc.option(fc.array(objectPattern, { minLength: 1, maxLength: 3 })),
                key: fc.option(fc.nat(1)),
            }),
            { minLength: 1, maxLength: 3 },
        ),
    })
    .map(({ drafts, names, ...rest }) => {
        const locations = drafts.map(({ byArn, patterns, key, ...draft }): Asked => {
            const name = names[draft.name % names.length]!;
            return {
                name,
                patterns: patterns ?? [["*"]],
                bucket: byArn ? bucketArn(rest.partition, name) : name,
                objects: patterns?.map(written),
                kmsKeyArn: key === null ? undefined : rest.keyArns[key],
            };
        });
        return { ...rest, needs: needs[rest.engine][rest.direction], locations };
    });

export type Access = typeof access extends fc.Arbitrary<infer T> ? T : never;
