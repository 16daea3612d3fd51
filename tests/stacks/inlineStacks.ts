import assert from "node:assert/strict";
import type { Emulator } from "../support/emulator/emulator";
import { TestStack, type InlineStack, type Program } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";

interface InlineStacks {
    aws: () => Emulator;
    /** A stack of a program that runs in this process. */
    stackOf: (name: string, program: Program) => Promise<InlineStack>;
    /** Such a stack for `use` alone, destroyed right after it. */
    duringStack: <T>(name: string, program: Program, use: (stack: InlineStack) => Promise<T>) => Promise<T>;
}

/**
 * An emulated AWS for the tests of the `describe` around it, and stacks on it, which are destroyed at the end: then
 * nothing may be left.
 */
export function useInlineStacks(): InlineStacks {
    const stacks: InlineStack[] = [];
    let setup: Setup;
    before(async () => {
        setup = await setUp();
    });
    after(async () => {
        await Promise.all(stacks.map((stack) => stack.destroy()));
        stacks.forEach((stack) => stack.dispose());
        const left = await setup.aws.leftovers();
        await setup.aws.stop();
        assert.deepEqual(left, [], "nothing is left in AWS");
    });
    return {
        aws: () => setup.aws,
        stackOf: async (name, program) => {
            const stack = await TestStack.inline(name, program, setup.stack);
            stacks.push(stack);
            return stack;
        },
        duringStack: async (name, program, use) => {
            const stack = await TestStack.inline(name, program, setup.stack);
            try {
                return await use(stack);
            } finally {
                await stack.destroy();
                stack.dispose();
            }
        },
    };
}

/** As `Promise.all`, but none is still under way when one has failed. */
export async function sideBySide<T extends readonly unknown[]>(running: [...T]) {
    await Promise.allSettled(running);
    return Promise.all(running);
}
