import { fstatSync } from "node:fs";
import { basename } from "node:path";
import { functions } from "./functions";
import { resources } from "./resources";
import { serve } from "./server";

/** The version that this plugin is installed as, which names its folder. */
function versionOf(folder: string): string {
    const [, version] = /^resource-aws-v(.+)$/.exec(basename(folder)) ?? [];
    if (version) return version;
    throw new Error(`The AWS provider must lie in a folder resource-aws-v<version>, not in ${folder}.`);
}

/** The engine holds the other end of standard input: when it is gone, so is the plugin's reason to be. */
function exitWithEngine(): void {
    const input = fstatSync(process.stdin.fd);
    if (input.isFIFO() || input.isSocket()) process.stdin.resume().on("end", () => process.exit());
}

async function main(): Promise<void> {
    exitWithEngine();
    const port = await serve({ version: versionOf(__dirname), resources, functions });
    process.stdout.write(`${port}\n`);
}

void main();
