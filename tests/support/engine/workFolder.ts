import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cacheFolder } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";

const inUse = new Set<string>();
process.on("exit", () => inUse.forEach(removeWorkFolder));

/** A folder for one stack. It is below the project's, where programs find what is in the project's `node_modules`. */
export async function makeWorkFolder(name: string): Promise<string> {
    const stacks = join(cacheFolder, "stacks");
    await mkdir(stacks, { recursive: true });
    const folder = await mkdtemp(join(stacks, `${name}-`));
    for (const part of ["program", "state", "home"]) await mkdir(join(folder, part));
    inUse.add(folder);
    return folder;
}

export function removeWorkFolder(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    inUse.delete(folder);
}

/** Copies a program, and gives the copy this package as npm would: `package.json` and the `files` that it names. */
export async function copyProgram(source: string, target: string): Promise<void> {
    // What a user's own run leaves in an example does not count here: installed packages, settings of their stacks.
    const isOwn = (file: string) => !/^(node_modules|Pulumi\..+\.yaml)$/.test(basename(file));
    await cp(source, target, { recursive: true, filter: isOwn });

    const { name, files } = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8")) as {
        name: string;
        files: string[];
    };
    const installed = join(target, "node_modules", name);
    for (const file of ["package.json", ...files]) {
        const built = join(projectFolder, file);
        if (!existsSync(built)) throw new Error(`${file} is not there: run "npm run build" first`);
        await mkdir(dirname(join(installed, file)), { recursive: true });
        await symlink(built, join(installed, file));
    }
}
