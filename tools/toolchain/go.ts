import { execFile } from "node:child_process";
import { chmod, copyFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import * as goModule from "../goModule";
import { type Binary, buildArguments, moduleFolder } from "./binaries";
import { oldestPulumi } from "./installed";

/** Builds the binary into `folder`, with the scripts that belong beside it. */
export async function build(binary: Binary, folder: string): Promise<void> {
    const module = moduleFolder(binary);
    await goModule.runGo(module, buildArguments(binary, join(folder, binary.name)), folder);

    if (binary.scripts.length === 0) return;
    const list = ["list", "-m", "-f", "{{.Dir}}", binary.module];
    const { stdout } = await promisify(execFile)("go", list, goModule.goOptions(module));
    for (const script of binary.scripts) {
        const copy = join(folder, basename(script));
        await copyFile(join(stdout.trim(), script), copy);
        await chmod(copy, 0o755);
    }
}

/** Rejects with what to install where Go cannot build the binary either: `notInstalled` says why it is not installed. */
export async function requireGo(
    binary: Binary,
    notInstalled: string,
    env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
    const module = moduleFolder(binary);
    const notBuilt = await goModule.whyGoCannotBuild(module, env);
    if (!notBuilt) return;
    throw new Error(
        `${binary.name} can neither be installed (${notInstalled}) nor built (${notBuilt}). ` +
            `Install Pulumi ${oldestPulumi} or later (https://www.pulumi.com/docs/install) or ` +
            `${goModule.neededGo(module)}, and add it to the PATH.`,
    );
}
