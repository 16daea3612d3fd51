import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodejs } from "../../tests/support/languages/nodejs";
import { cached } from "../../tools/cache";
import { contentHash } from "../../tools/contentHash";
import { projectFolder } from "../../tools/project";
import { runGuarded } from "../../tools/toolchain/processes";
import type { Inputs } from "../programs/args";
import type { BenchStack, Cli } from "./cli";

export const arms = ["flat", "wrapped", "component", "plugin"] as const;
export type Arm = (typeof arms)[number];

/** One after another. */
export async function byArm<Value>(of: (arm: Arm) => Promise<Value>): Promise<Record<Arm, Value>> {
    const values = {} as Record<Arm, Value>;
    for (const arm of arms) values[arm] = await of(arm);
    return values;
}

const longestArm = Math.max(...arms.map(({ length }) => length));

/** A program of `bench/programs` in a folder of its own, as users have them: run by the language host, with the packages as npm installs them. */
export async function makeProgram(arm: Arm, folder: string): Promise<string> {
    const program = join(folder, arm);
    await cp(join(__dirname, "../programs"), program, { recursive: true });
    const packageJson = { name: arm, private: true, main: `${arm}.ts` };
    await writeFile(join(program, "package.json"), JSON.stringify(packageJson));
    await nodejs.install(program);
    await symlink(await builtSdk(), join(program, "node_modules/aurora-s3-access-sdk"));
    return program;
}

/** A stack of the program of `arm`. */
export function makeStack(
    cli: Cli,
    program: string,
    arm: Arm,
    count: number,
    inputs: Inputs,
): Promise<BenchStack> {
    const config = { "programs:count": String(count), "programs:inputs": inputs };
    // Of one length: every URN in the state has the name, and an update writes the state again and again.
    const name = `${arm.padEnd(longestArm, "-")}-${inputs}-${count}`;
    return cli.makeStack(program, name, config);
}

/** The committed SDK for Node.js, compiled as npm packs it. */
async function builtSdk(): Promise<string> {
    const sdk = join(projectFolder, "sdk/nodejs");
    return cached(`bench-sdk-${await contentHash(sdk)}`, async (folder) => {
        await cp(sdk, folder, { recursive: true });
        const bin = join(folder, "bin");
        await mkdir(bin);
        await cp(join(sdk, "package.json"), join(bin, "package.json"));
        await runGuarded(process.execPath, [require.resolve("typescript/bin/tsc")], { cwd: folder });
    });
}
