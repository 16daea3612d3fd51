import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { describeStep, type InlineStack, type Program, type Run } from "../../support/engine";
import { useInlineStacks } from "../inlineStacks";

/** One edit of a program, and all that it does. */
export interface Change {
    edit: string;
    from: Program;
    to: Program;
    /** Each step of the preview, and of the update that follows. */
    steps: string[];
}

/** A program that has nothing but an access called `sales`. */
export const access =
    (args: AuroraS3AccessArgs): Program =>
    () =>
        void new AuroraS3Access("sales", args);

/**
 * Deploys each program, makes its edit, and claims that the preview shows these steps, that the update does the same, and that
 * nothing is left to change after it. All are edits of one stack.
 */
export function claimChanges(about: string, changes: readonly [Change, ...Change[]]): void {
    describe(about, () => {
        const { stackOf } = useInlineStacks();
        let stack: InlineStack;
        before(async () => {
            stack = await stackOf("changes", changes[0].from);
        });

        for (const { edit, from, to, steps } of changes) {
            it(edit, async () => {
                stack.program = from;
                await stack.up();
                stack.program = to;
                assert.deepEqual(described(await stack.preview()), steps, "the preview");
                assert.deepEqual(described(await stack.up()), steps, "the update");
                assert.deepEqual(described(await stack.preview()), [], "the preview after it");
            });
        }
    });
}

/** Sorted, as steps that do not depend on each other begin in any order. */
function described({ steps }: Run): string[] {
    return steps
        .map((step) => (step.deletesFirst ? `${describeStep(step)}, the old one first` : describeStep(step)))
        .sort();
}
