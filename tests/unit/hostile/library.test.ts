import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import fc from "fast-check";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { assertGranted } from "../../support/hostile/granted";
import { anyPoison, wirePoison } from "../../support/hostile/poisons";
import { poisoned } from "../../support/hostile/poisoned";
import { assertTold, Trials, trials } from "../../support/hostile/trials";
import { dressed, dresses } from "../../support/inputs/dressed";
import { seed } from "../../support/inputs/runs";
import { failures, run } from "../component/program";

const access = (inputs: unknown) => new AuroraS3Access("sales", inputs as AuroraS3AccessArgs);

const header = 'AuroraS3Access "sales" has invalid inputs:';

/** Requires the error about inputs, with all its lines in the message. */
function assertRejection(error: unknown): void {
    const { message, errors } = error as { message: string; errors: { propertyPath: string; reason: string }[] };
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    assert.ok(message.startsWith(`${header}\n  `), message.slice(0, 200));
    assert.ok(message.length < 100_000, `a message of ${message.length} characters`);
    if (errors.length > 0) assertTold(errors);
}

describe("the component, with hostile inputs,", function () {
    this.timeout(3_600_000);

    // Warnings have claims of their own.
    const { warn } = console;
    before(() => (console.warn = () => undefined));
    after(() => (console.warn = warn));

    it("rejects them before it creates anything, or grants exactly what they mean", async () => {
        const counted = new Trials("library");
        const property = fc.asyncProperty(poisoned(anyPoison), ({ inputs, meaning }) =>
            counted.of(async () => {
                const given = inputs();
                let rejected: unknown;
                const { resources } = await run(() => {
                    try {
                        access(given);
                    } catch (error) {
                        rejected = error;
                    }
                });
                if (rejected === undefined) {
                    assertGranted(resources, meaning);
                    return "granted";
                }
                assert.deepEqual(resources, []);
                assertRejection(rejected);
                return "rejected";
            }),
        );
        await fc.assert(property, { numRuns: Math.ceil(trials.library * 0.9), seed });
        counted.assertBoth();
    });

    it("does so where they are outputs and promises too", async () => {
        const counted = new Trials("library, later");
        const property = fc.asyncProperty(
            poisoned(wirePoison),
            dresses(["plain", "output", "promise"]),
            ({ inputs, meaning }, chosen) =>
                counted.of(async () => {
                    const given = dressed(inputs(), chosen, (value, dress) =>
                        dress === "output" ? pulumi.output(value) : dress === "promise" ? Promise.resolve(value) : value,
                    );
                    let rejected: unknown;
                    const { messages, resources } = await failures(() => {
                        try {
                            return access(given);
                        } catch (error) {
                            rejected = error;
                            return {} as pulumi.Resource;
                        }
                    });
                    const [message] = Object.values(messages).filter((each) => each !== undefined);
                    if (rejected === undefined && message === undefined) {
                        assertGranted(resources, meaning);
                        return "granted";
                    }
                    assert.deepEqual(resources, []);
                    if (rejected === undefined) assert.ok(message!.startsWith(`${header}\n  `), message);
                    else assertRejection(rejected);
                    return "rejected";
                }),
        );
        await fc.assert(property, { numRuns: Math.ceil(trials.library * 0.1), seed });
        counted.assertBoth();
    });
});
