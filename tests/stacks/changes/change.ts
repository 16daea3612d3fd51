import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { describeStep, type Program, type Run } from "../../support/engine";
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

/** How many changes are deployed side by side. */
const atOnce = 2;

/**
 * Deploys each program, makes its edit, and claims that the preview shows these steps, that the update does the same, and that
 * nothing is left to change after it.
 */
export function claimChanges(about: string, changes: readonly Change[]): void {
    describe(about, () => {
        const { duringStack } = useInlineStacks();
        const results = new Map<Change, Promise<Seen>>();

        before(() => {
            const waiting = [...changes];
            const lane = async () => {
                for (let change = waiting.shift(); change; change = waiting.shift()) {
                    const { from, to } = change;
                    const seen = duringStack("changes", from, async (stack) => {
                        await stack.up();
                        stack.program = to;
                        const [preview, up] = [await stack.preview(), await stack.up()];
                        return { preview, up, after: await stack.preview() };
                    });
                    results.set(change, seen);
                    await seen.catch(() => undefined);
                }
            };
            return Promise.all(Array.from({ length: atOnce }, lane));
        });

        for (const change of changes) {
            it(change.edit, async () => {
                const { preview, up, after } = await results.get(change)!;
                assert.deepEqual(described(preview), change.steps, "the preview");
                assert.deepEqual(described(up), change.steps, "the update");
                assert.deepEqual(described(after), [], "the preview after it");
            });
        }
    });
}

interface Seen {
    preview: Run;
    up: Run;
    after: Run;
}

/** Sorted, as steps that do not depend on each other begin in any order. */
function described({ steps }: Run): string[] {
    return steps
        .map((step) => (step.deletesFirst ? `${describeStep(step)}, the old one first` : describeStep(step)))
        .sort();
}
