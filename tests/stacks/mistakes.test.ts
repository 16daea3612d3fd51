import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "../../provider";
import { mistakes } from "../support/mistakes";
import { useInlineStacks } from "./inlineStacks";

/** Tries every row of the table, each as a component of its own, and tells what each was refused for. */
const program = () => ({
    refused: mistakes.map(([args], i) => {
        try {
            new AuroraS3Access(`mistaken-${i}`, args);
        } catch (error) {
            if (pulumi.InputPropertiesError.isInstance(error)) return error.errors;
        }
        return [];
    }),
});

describe("the table of mistakes, on the real engine", () => {
    const { aws, stackOf } = useInlineStacks();

    it("is refused row by row, with paths and sentences, and leaves nothing in the state or in AWS", async () => {
        const stack = await stackOf("mistakes", program);
        const { outputs, steps } = await stack.up();
        assert.deepEqual(
            outputs.refused,
            mistakes.map(([, propertyPath, reason]) => [{ propertyPath, reason }]),
        );
        assert.deepEqual(steps, []);
        assert.deepEqual(await aws().leftovers(), []);
    });

    it("has rows enough", () => {
        assert.ok(mistakes.length >= 60, `${mistakes.length} rows`);
    });
});
