import { join } from "node:path";
import { TestStack } from "..";

/** Deploys the slow program and prints what the engine prints. */
async function main(): Promise<void> {
    const stack = await TestStack.fromFolder(join(__dirname, "slow"), {
        onOutput: (text) => process.stdout.write(text),
    });
    await stack.up();
}

void main();
