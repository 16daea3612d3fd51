import { fstatSync } from "node:fs";
import { basename } from "node:path";
import { functions, resources } from "./package";
import { serve } from "./server";

/** The engine starts the plugin out of a folder that is named after the version. */
const [, version] = /^resource-aws-v(.+)$/.exec(basename(__dirname)) ?? [];

/** The engine holds the other end of standard input: when it is gone, so is the plugin's reason to be. */
function exitWithEngine(): void {
    const input = fstatSync(process.stdin.fd);
    if (input.isFIFO() || input.isSocket()) process.stdin.resume().on("end", () => process.exit());
}

async function main(): Promise<void> {
    exitWithEngine();
    const port = await serve({ version: version ?? "0.0.0", resources, functions });
    process.stdout.write(`${port}\n`);
}

void main();
