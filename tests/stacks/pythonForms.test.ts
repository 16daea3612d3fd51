import assert from "node:assert/strict";
import { join } from "node:path";
import { describeSteps, TestStack, type FolderStack, type Run } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";

describe("inputs in Python, on the real engine,", () => {
    let setup: Setup;
    let stack: FolderStack;
    let up: Run;
    before(async () => {
        setup = await setUp("python");
        stack = await TestStack.fromFolder(join(__dirname, "programs/pythonForms"), setup.stack);
        up = await stack.up();
    });
    after(async () => {
        await stack.destroy();
        stack.dispose();
        const left = await setup.aws.leftovers();
        await setup.aws.stop();
        assert.deepEqual(left, [], "nothing is left in AWS");
    });

    it("take cluster parameters as they are, and converted", async () => {
        const { expected, asItIs, converted } = up.outputs as Record<string, object[]>;
        assert.equal(expected!.length, 1);
        assert.deepEqual({ asItIs, converted }, { asItIs: expected, converted: expected });
        assert.deepEqual(describeSteps(await stack.preview()), []);
    });

    it("take a string for the member of an enum", () => {
        assert.deepEqual(up.outputs.string, up.outputs.member);
        assert.equal((up.outputs.member as string[]).length, 1);
    });
});
