import assert from "node:assert/strict";
import fc from "fast-check";
import {
    bucketPolicyStatements,
    findMistakes,
    keyPolicyStatements,
    kmsPolicyDocument,
    s3PolicyDocument,
    type Direction,
    type Engine,
    type Key,
    type Location,
} from "../../../provider/core";
import { pairsIn } from "../../support/hostile/granted";
import { meant } from "../../support/hostile/meant";
import { anyPoison } from "../../support/hostile/poisons";
import { poisoned } from "../../support/hostile/poisoned";
import { assertTold, Trials, trials } from "../../support/hostile/trials";
import { seed } from "../../support/inputs/runs";

const roleArn = "arn:aws:iam::123456789012:role/sales";

const grantsOf = { import: "importFrom", export: "exportTo" } as const;

describe("the core, with hostile inputs,", function () {
    this.timeout(3_600_000);

    it("finds an error in them, or grants exactly what they mean", async () => {
        const counted = new Trials("core");
        const property = fc.asyncProperty(poisoned(anyPoison), ({ inputs, meaning }) =>
            counted.of(() => {
                const mistakes = findMistakes(inputs());
                if (mistakes.length > 0) {
                    assertTold(mistakes);
                    return "rejected";
                }
                const expected = meant(meaning, "aws(?:-[a-z]+)*");
                const engine = (meaning.engine ?? "aurora-mysql") as Engine;
                for (const direction of ["import", "export"] as const) {
                    if (expected[direction] === undefined) continue;
                    assertDirection(engine, direction, inputs, expected[direction]);
                }
                if (expected.kms !== undefined) {
                    const document = kmsPolicyDocument(inputs().kmsKeys as Key[]);
                    assert.deepEqual(pairsIn([JSON.stringify(document)]), expected.kms);
                }
                return "granted";
            }),
        );
        await fc.assert(property, { numRuns: trials.core, seed });
        counted.assertBoth();
    });
});

/** Each document, from inputs that nobody has read before. */
function assertDirection(
    engine: Engine,
    direction: Direction,
    inputs: () => Record<string, unknown>,
    expected: readonly string[],
): void {
    const locations = () => inputs()[grantsOf[direction]] as Location[];
    const document = s3PolicyDocument(engine, direction, locations(), "aws");
    assert.deepEqual(pairsIn([JSON.stringify(document)]), expected);

    const uses = () => [{ direction, roleArn, locations: locations() }];
    for (const { bucketArn, statement } of bucketPolicyStatements(engine, uses(), "aws")) {
        for (const pair of pairsOf(statement)) {
            assert.ok(expected.includes(pair), pair);
            const [, resource] = pair.split(/ (.*)/s);
            assert.ok(resource === bucketArn || resource!.startsWith(`${bucketArn}/`), pair);
        }
    }
    for (const { keyArn, statement } of keyPolicyStatements(uses(), [])) {
        for (const pair of pairsOf(statement))
            assert.ok(expected.includes(pair.replace(/\*$/, keyArn)), `${pair} of ${keyArn}`);
    }
}

/** What a statement for the owner of a bucket or a key allows the role, and nobody else. */
function pairsOf(statement: string): string[] {
    const { Principal, ...rest } = JSON.parse(statement) as Record<string, unknown>;
    assert.deepEqual(Principal, { AWS: roleArn });
    return pairsIn([JSON.stringify({ Version: "2012-10-17", Statement: [rest] })]);
}
