import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { assertGranted } from "../../support/hostile/granted";
import { anyPoison, wirePoison } from "../../support/hostile/poisons";
import { poisoned } from "../../support/hostile/poisoned";
import { assertTold, Trials, trials } from "../../support/hostile/trials";
import type { Configuration } from "../../support/inputs/configurations";
import { dressed, dresses, type Dress } from "../../support/inputs/dressed";
import { seed } from "../../support/inputs/runs";
import { key } from "../../support/mistakes/given";
import { run } from "../component/program";

const access = (inputs: unknown) => new AuroraS3Access("sales", inputs as AuroraS3AccessArgs);

const header = 'AuroraS3Access "sales" has invalid inputs:';

/** Requires the error about inputs, with all its lines in the message. */
function assertRejection(error: unknown): void {
    const { message, errors } = error as {
        message: string;
        errors: { propertyPath: string; reason: string }[];
    };
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    assert.ok(message.startsWith(`${header}\n  `), message.slice(0, 200));
    assert.ok(message.length < 100_000, `a message of ${message.length} characters`);
    if (errors.length > 0) assertTold(errors);
}

/** What nobody handles, but for the rejections of the outputs of a component that was rejected. */
const strays: unknown[] = [];

async function outcomeOf(given: unknown, meaning: Configuration): Promise<"granted" | "rejected"> {
    let component: AuroraS3Access | undefined;
    let error: unknown;
    const { resources } = await run(() => {
        try {
            component = access(given);
        } catch (thrown) {
            error = thrown;
        }
    });
    error ??= await failureOf(component!.urn);
    await setImmediate();
    assert.deepEqual(strays, []);
    if (error === undefined) {
        assertGranted(resources, meaning);
        return "granted";
    }
    assert.deepEqual(resources, []);
    assertRejection(error);
    return "rejected";
}

/** The SDK leaves out of its declarations how to wait for an output. */
const failureOf = (output: unknown): Promise<unknown> =>
    (output as { promise(): Promise<unknown> }).promise().then(
        () => undefined,
        (error: unknown) => error,
    );

describe("the component, with hostile inputs,", function () {
    this.timeout(3_600_000);

    // Warnings have claims of their own, and with mocks errors are printed too.
    const { warn, error } = console;
    const others = process.listeners("unhandledRejection");
    before(() => {
        Object.assign(console, { warn: () => undefined, error: () => undefined });
        process.removeAllListeners("unhandledRejection").on("unhandledRejection", (reason) => {
            if (!pulumi.InputPropertiesError.isInstance(reason)) strays.push(reason);
        });
    });
    after(() => {
        Object.assign(console, { warn, error });
        process.removeAllListeners("unhandledRejection");
        others.forEach((listener) => process.on("unhandledRejection", listener));
    });

    it("rejects them before it creates anything, or grants exactly what they mean", async () => {
        const counted = new Trials("library");
        const property = fc.asyncProperty(poisoned(anyPoison), ({ inputs, meaning }) =>
            counted.of(() => outcomeOf(inputs(), meaning)),
        );
        await fc.assert(property, { numRuns: Math.ceil(trials.library * 0.7), seed });
        counted.assertBoth();
    });

    it("grants what getters answer first, whatever they answer then", async () => {
        const once = <T>(first: T, then: unknown) => {
            let reads = 0;
            return () => (reads++ === 0 ? first : then) as T;
        };
        const [bucket, pattern, forExport] = [once("raw", "*"), once("in/*", "*"), once(false, true)];
        const given = {
            importFrom: [
                {
                    get bucket() {
                        return bucket();
                    },
                    objects: Object.defineProperty([""], 0, { enumerable: true, get: pattern }),
                },
            ],
            kmsKeys: [
                {
                    keyArn: key,
                    get forExport() {
                        return forExport();
                    },
                },
            ],
        };
        const meaning = {
            importFrom: [{ bucket: "raw", objects: ["in/*"] }],
            kmsKeys: [{ keyArn: key, forExport: false }],
        };
        assert.equal(await outcomeOf(given, meaning), "granted");
    });

    it("does so where they are outputs and promises too", async () => {
        const counted = new Trials("library, later");
        // Strings only: in an output or a promise of an object with the mark of an output the SDK fails by itself.
        const dress = (value: unknown, as: Dress) => {
            if (typeof value !== "string" || as === "plain") return value;
            return as === "output" ? pulumi.output(value) : Promise.resolve(value);
        };
        const property = fc.asyncProperty(
            poisoned(wirePoison),
            dresses(["plain", "output", "promise"]),
            ({ inputs, meaning }, chosen) =>
                counted.of(() => outcomeOf(dressed(inputs(), chosen, dress), meaning)),
        );
        await fc.assert(property, { numRuns: Math.ceil(trials.library * 0.3), seed });
        counted.assertBoth();
    });
});
