import assert from "node:assert/strict";
import fc from "fast-check";
import { kmsPolicyDocument } from "../../../provider/policy/kmsPolicy";
import { s3PolicyDocument, type Location } from "../../../provider/policy/s3Policy";
import { splitLocations } from "../../../provider/policy/split";
import { allowedActions } from "../../../provider/policy/evaluation";
import { everyAction, kmsActions, s3Actions } from "../../support/aws-actions";
import { access, direction, engine, needs, type Access } from "./access";
import {
    bucketArn,
    bucketName,
    keyArns,
    nearBucketArns,
    nearKeyArns,
    otherPartition,
    partition,
} from "./awsNames";
import { isAskedFor, nameOf, nearKeys, objectFilling } from "./patterns";

const runs = { numRuns: 1000 };

const documentOf = ({ engine, direction, locations, partition }: Access) =>
    s3PolicyDocument(engine, direction, locations, partition);

/** Of all that S3 and KMS can do, exactly `actions`, be they for such a resource or not. */
function assertExactly(documents: object[], resource: string, actions: readonly string[]): void {
    assert.deepEqual(
        allowedActions(documents, resource, { actions: everyAction }).sort(),
        [...actions].sort(),
        resource,
    );
}

describe("the S3 policy", function () {
    this.timeout(30_000);

    it("grants what the feature needs on each bucket that is asked for, and nothing on any other", () => {
        fc.assert(
            fc.property(access, (access) => {
                const { locations, needs, partition } = access;
                const asked = locations.map(({ name }) => bucketArn(partition, name));
                for (const arn of [
                    ...asked,
                    ...locations.flatMap(({ name }) => nearBucketArns(partition, name)),
                ])
                    assertExactly([documentOf(access)], arn, asked.includes(arn) ? needs.bucket : []);
            }),
            runs,
        );
    });

    it("grants what the feature needs on each object that is asked for, and nothing on any other", () => {
        const tried = { asked: 0, notAsked: 0 };
        fc.assert(
            fc.property(access, objectFilling, (access, filling) => {
                const { locations, needs, partition } = access;
                const isAsked = (arn: string, key: string) =>
                    locations.some(
                        ({ name, patterns }) =>
                            bucketArn(partition, name) === arn &&
                            patterns.some((pattern) => isAskedFor(key, pattern)),
                    );

                const { name, patterns } = locations[0]!;
                const arn = bucketArn(partition, name);
                const key = nameOf(patterns[0]!, filling) || "any";
                assert.ok(isAsked(arn, key));
                for (const [bucket, object] of [
                    ...[key, ...nearKeys(key)].map((each) => [arn, each] as const),
                    ...nearBucketArns(partition, name).map((each) => [each, key] as const),
                ]) {
                    const expected = isAsked(bucket, object);
                    tried[expected ? "asked" : "notAsked"]++;
                    assertExactly([documentOf(access)], `${bucket}/${object}`, expected ? needs.objects : []);
                }
            }),
            runs,
        );
        assert.ok(tried.asked > runs.numRuns && tried.notAsked > runs.numRuns, JSON.stringify(tried));
    });

    it("grants what the feature needs on the key of each location, and nothing on any other", () => {
        fc.assert(
            fc.property(access, (access) => {
                const { keyArns, locations, needs } = access;
                const asked = locations.map(({ kmsKeyArn }) => kmsKeyArn);
                for (const arn of [...keyArns, ...keyArns.flatMap(nearKeyArns)])
                    assertExactly([documentOf(access)], arn, asked.includes(arn) ? needs.key : []);
            }),
            runs,
        );
    });

    it("goes by the objects in a key with colons too", () => {
        const text = fc.string({ unit: fc.constantFrom(..."a:/-0"), minLength: 1, maxLength: 10 });
        fc.assert(
            fc.property(engine, direction, bucketName, text, text, (...given) => {
                const [engine, direction, bucket, start, rest] = given;
                const locations = [{ bucket, objects: [`in/${start}`, `out/${start}*`] }];
                const documents = [s3PolicyDocument(engine, direction, locations, "aws")];
                const { objects } = needs[engine][direction];
                const arn = bucketArn("aws", bucket);
                assertExactly(documents, `${arn}/in/${start}`, objects);
                assertExactly(documents, `${arn}/in/${start}${rest}`, []);
                assertExactly(documents, `${arn}/out/${start}${rest}`, objects);
                assertExactly(documents, `${arn}/out/x${start}`, []);
            }),
            runs,
        );
    });

    it("grants on every bucket and its objects with *, in its partition", () => {
        fc.assert(
            fc.property(engine, direction, partition, bucketName, objectFilling, (...given) => {
                const [engine, direction, partition, name, { anything }] = given;
                const documents = [s3PolicyDocument(engine, direction, [{ bucket: "*" }], partition)];
                const { bucket, objects } = needs[engine][direction];
                // The ARN of all buckets matches objects too; but an action on buckets is never asked for one.
                const onBucket = (arn: string) =>
                    allowedActions(documents, arn, { actions: s3Actions.bucket });
                const onObject = (arn: string) =>
                    allowedActions(documents, arn, { actions: s3Actions.object });
                const arn = bucketArn(partition, name);
                const elsewhere = bucketArn(otherPartition(partition), name);
                assert.deepEqual(onBucket(arn), bucket);
                assert.deepEqual(onObject(`${arn}/a${anything[0]}`), objects);
                assert.deepEqual([...onBucket(elsewhere), ...onObject(`${elsewhere}/a`)], []);
                assert.deepEqual(allowedActions(documents, arn, { actions: s3Actions.other }), []);
                assert.deepEqual(allowedActions(documents, arn, { actions: kmsActions.key }), []);
            }),
            runs,
        );
    });

    it("grants the same where a direction is split into several", () => {
        const bulk = fc.record({ bucket: bucketName, count: fc.integer({ min: 30, max: 80 }) });
        const long = "a".repeat(150);
        fc.assert(
            fc.property(access, bulk, (access, { bucket, count }) => {
                const { engine, direction, needs, partition } = access;
                const objects = Array.from({ length: count }, (_, i) => `${i}/${long}`);
                const locations: Location[] = [...access.locations, { bucket, objects }];
                const documents = splitLocations(engine, direction, locations).map((pieces) =>
                    s3PolicyDocument(
                        engine,
                        direction,
                        pieces.map(({ location, objects }) => ({ ...location, objects })),
                        partition,
                    ),
                );
                assert.ok(documents.length > 1);
                const arn = bucketArn(partition, bucket);
                const asked = [arn, ...access.locations.map(({ name }) => bucketArn(partition, name))];
                for (const each of [...asked, ...nearBucketArns(partition, bucket)])
                    assertExactly(documents, each, asked.includes(each) ? needs.bucket : []);
                for (const object of objects.filter((_, i) => i % 10 === 0))
                    assertExactly(documents, `${arn}/${object}`, needs.objects);
                for (const key of access.keyArns) {
                    const isAsked = access.locations.some(({ kmsKeyArn }) => kmsKeyArn === key);
                    assertExactly(documents, key, isAsked ? needs.key : []);
                }
            }),
            runs,
        );
    });
});

describe("the KMS policy", function () {
    this.timeout(30_000);

    it("grants decryption with each key, encryption where it is for export, and nothing on any other", () => {
        const use = fc.record({ key: fc.nat(1), forExport: fc.option(fc.boolean(), { nil: undefined }) });
        const uses = fc.array(use, { minLength: 1, maxLength: 3 });
        fc.assert(
            fc.property(keyArns, uses, (arns, uses) => {
                const keys = uses.map(({ key, forExport }) => ({ keyArn: arns[key]!, forExport }));
                const needed = (arn: string) => {
                    const asked = keys.filter(({ keyArn }) => keyArn === arn);
                    if (asked.length === 0) return [];
                    return asked.some(({ forExport }) => forExport)
                        ? ["kms:Decrypt", "kms:GenerateDataKey"]
                        : ["kms:Decrypt"];
                };
                for (const arn of [...arns, ...arns.flatMap(nearKeyArns)])
                    assertExactly([kmsPolicyDocument(keys)], arn, needed(arn));
            }),
            runs,
        );
    });
});
