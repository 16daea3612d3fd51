import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, symlink } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { cacheFolder } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";

const inUse = new Set<string>();
process.on("exit", () => inUse.forEach(removeWorkFolder));

/** A folder for one stack. It is below the project's, where programs find what is in the project's `node_modules`. */
export async function makeWorkFolder(name: string): Promise<string> {
    const stacks = join(cacheFolder, "stacks");
    await mkdir(stacks, { recursive: true });
    const folder = await mkdtemp(join(stacks, `${name}-`));
    for (const part of ["state", "home"]) await mkdir(join(folder, part));
    inUse.add(folder);
    return folder;
}

export function removeWorkFolder(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    inUse.delete(folder);
}

/** What a user's own run leaves in an example does not count: installed packages, builds, settings of their stacks. */
const isLeft = (file: string) =>
    /^(node_modules|venv|__pycache__|target|Pulumi\..+\.yaml)$/.test(basename(file));

/** Copies a program to where its relative paths lead to the same: `../../sdk` and `../../bin` from an example. */
export async function copyProgram(source: string, workFolder: string): Promise<string> {
    for (const part of ["sdk", "bin"]) await symlink(join(projectFolder, part), join(workFolder, part));
    const copy = join(workFolder, relative(projectFolder, source));
    await cp(source, copy, { recursive: true, filter: (file) => !isLeft(file) });
    return copy;
}
