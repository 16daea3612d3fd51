import assert from "node:assert/strict";
import fc from "fast-check";
import type { Direction, Engine } from "../../../provider/policy/permissions";
import { s3PolicyDocument, type Location } from "../../../provider/policy/s3Policy";
import { policyCharacters, splitLocations } from "../../../provider/policy/split";

const engines: Engine[] = ["aurora-mysql", "aurora-postgresql"];
const directions: Direction[] = ["import", "export"];

const split = (engine: Engine, direction: Direction, locations: readonly Location[]) =>
    splitLocations(engine, direction, locations);
const documents = (engine: Engine, direction: Direction, locations: readonly Location[]) =>
    split(engine, direction, locations).map((pieces) =>
        s3PolicyDocument(
            engine,
            direction,
            pieces.map(({ location, objects }) => ({ ...location, objects })),
            "aws-us-gov",
        ),
    );

/** Every action on every resource that documents grant. */
const grants = (...all: ReturnType<typeof s3PolicyDocument>[]) =>
    new Set(
        all
            .flatMap(({ Statement }) => Statement)
            .flatMap(({ Action, Resource = [] }) =>
                [Action].flat().flatMap((action) => Resource.map((resource) => `${action} ${resource}`)),
            ),
    );

const bucket = fc.stringMatching(/^[a-z0-9]{3,63}$/);
const pattern = fc.stringMatching(/^[ -~]{1,100}$/).filter((text) => !text.includes("${"));
const key = fc
    .stringMatching(/^[a-f0-9-]{36}$/)
    .map((id) => `arn:aws-us-gov:kms:us-gov-east-1:123456789012:key/${id}`);
const location: fc.Arbitrary<Location> = fc.record(
    { bucket, objects: fc.array(pattern, { minLength: 1, maxLength: 60 }), kmsKeyArn: key },
    { requiredKeys: ["bucket"] },
);
const locations = fc.array(location, { minLength: 1, maxLength: 40 });
const [engine, direction] = [fc.constantFrom(...engines), fc.constantFrom(...directions)];

describe("the policies of a direction", () => {
    it("are one as long as it holds everything", () => {
        const [raw, orders] = [{ bucket: "raw" }, { bucket: "orders", objects: ["a", "b"] }];
        assert.deepEqual(split("aurora-mysql", "import", [raw, orders]), [
            [
                { location: raw, objects: ["*"] },
                { location: orders, objects: ["a", "b"] },
            ],
        ]);
    });

    it("go on with the rest of a location whose objects fill one", () => {
        const objects = Array.from({ length: 100 }, (_, i) => `folder-${i}/*`);
        const location = { bucket: "raw", objects };
        const parts = split("aurora-mysql", "import", [location]);
        assert.equal(parts.length, 2);
        assert.ok(parts.flat().every((piece) => piece.location === location));
        assert.deepEqual(
            parts.flat().flatMap((piece) => piece.objects),
            objects,
        );
    });

    it("grant together what the locations ask for, no more and no less, each within IAM's limit", () => {
        fc.assert(
            fc.property(engine, direction, locations, (engine, direction, locations) => {
                const all = documents(engine, direction, locations);
                assert.deepEqual(
                    grants(...all),
                    grants(s3PolicyDocument(engine, direction, locations, "aws-us-gov")),
                );
                for (const each of all) assert.ok(JSON.stringify(each).length <= policyCharacters);
            }),
            { numRuns: 1000 },
        );
    });

    it("stay as they are, but for the last, when a location is added at the end", () => {
        fc.assert(
            fc.property(engine, direction, locations, location, (engine, direction, locations, added) => {
                const before = split(engine, direction, locations);
                const after = split(engine, direction, [...locations, added]);
                assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1));
                assert.deepEqual(after[before.length - 1]!.slice(0, before.at(-1)!.length), before.at(-1));
            }),
            { numRuns: 1000 },
        );
    });
});
