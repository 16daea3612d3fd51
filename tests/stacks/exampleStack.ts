import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import type { Emulator } from "../support/emulator/emulator";
import { TestStack, type TestStackOptions, type FolderStack, type Run } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";

interface ExampleStack {
    emulator: () => Emulator;
    stack: () => FolderStack;
    firstPreview: () => Run;
    outputs: () => Record<string, string>;
}

/** What an example finds in AWS. */
interface Found {
    /** The settings of its own project. */
    config: Record<string, string>;
    /** Takes it away again, when the example is destroyed. */
    takeAway: () => Promise<void>;
}

/**
 * An example on an emulated AWS of its own, which is previewed and deployed before the tests of the `describe` around it
 * and destroyed after them: then nothing may be left.
 */
export function useExample(example: string, prepare?: (aws: Emulator) => Promise<Found>): ExampleStack {
    let setup: Setup;
    let found: Found | undefined;
    let stack: FolderStack;
    let firstPreview: Run;
    let up: Run;
    before(async () => {
        setup = await setUp();
        found = await prepare?.(setup.aws);
        const config: TestStackOptions["config"] = { ...setup.stack.config };
        for (const [key, value] of Object.entries(found?.config ?? {})) {
            config[`aurora-s3-access-${example}:${key}`] = value;
        }
        const options = { ...setup.stack, config };
        stack = await TestStack.fromFolder(join(projectFolder, "examples", example), options);
        firstPreview = await stack.preview();
        up = await stack.up();
    });
    after(async () => {
        await stack.destroy();
        stack.dispose();
        await found?.takeAway();
        const left = await setup.aws.leftovers();
        await setup.aws.stop();
        assert.deepEqual(left, [], "nothing is left in AWS");
    });
    return {
        emulator: () => setup.aws,
        stack: () => stack,
        firstPreview: () => firstPreview,
        outputs: () => up.outputs as Record<string, string>,
    };
}
