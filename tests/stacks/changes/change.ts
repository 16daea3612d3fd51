import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { inRegion } from "../../support/emulator/clients";
import type { Emulator } from "../../support/emulator/emulator";
import { describeStep, type InlineStack, type Program, type Run } from "../../support/engine";
import { inAws, nameIn } from "../accidents/inventory";
import { useInlineStacks } from "../inlineStacks";

export const otherRegion = "us-west-2";

/** One edit of a program, and all that it does. */
export interface Change {
    edit: string;
    from: Program;
    to: Program;
    /** Each step of the preview, and of the update that follows. */
    steps: string[];
    /** What roles and clusters then have, by AWS itself. */
    held?: string[];
}

/** A program that has nothing but an access called `sales`. */
export const access =
    (args: AuroraS3AccessArgs): Program =>
    () =>
        void new AuroraS3Access("sales", args);

/**
 * Deploys each program, makes its edit, and claims that the preview shows these steps, that the update does the same, and that
 * nothing is left to change after it. Where it says what is held, so it is, also after a refresh, which finds nothing. All are edits of one stack.
 */
export function claimChanges(about: string, changes: readonly [Change, ...Change[]]): void {
    describe(about, () => {
        const { aws, stackOf } = useInlineStacks();
        let stack: InlineStack;
        before(async () => {
            stack = await stackOf("changes", changes[0].from);
        });

        for (const { edit, from, to, steps, held } of changes) {
            it(edit, async () => {
                stack.program = from;
                await stack.up();
                stack.program = to;
                assert.deepEqual(described(await stack.preview()), steps, "the preview");
                assert.deepEqual(described(await stack.up()), steps, "the update");
                if (held) {
                    assert.deepEqual(await heldIn(aws()), held, "in AWS after the update");
                    assert.deepEqual(described(await stack.refresh()), [], "a refresh");
                    assert.deepEqual(await heldIn(aws()), held, "in AWS after the refresh");
                }
                assert.deepEqual(described(await stack.preview()), [], "the preview after it");
            });
        }
    });
}

/** The policies on roles and the roles on clusters, with the Region where it is another than that of the provider. */
async function heldIn(aws: Emulator): Promise<string[]> {
    const [here, there] = [await inAws(aws.aws), await inAws(inRegion(aws, otherRegion))];
    return [
        ...here,
        ...there.filter((line) => line.startsWith("rds ")).map((line) => `${otherRegion} ${line}`),
    ]
        .filter((line) => / (attachment|association) /.test(line))
        .map(nameIn);
}

/** Sorted, as steps that do not depend on each other begin in any order. */
function described({ steps }: Run): string[] {
    return steps
        .map((step) => (step.deletesFirst ? `${describeStep(step)}, the old one first` : describeStep(step)))
        .sort();
}
