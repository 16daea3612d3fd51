import { createHash } from "node:crypto";
import { cp, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { scratchFolder } from "../../cache";

/** The files below the folder, sorted, with slashes. */
export async function filesBelow(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort();
}

export const sha256 = async (file: string) =>
    createHash("sha256")
        .update(await readFile(file))
        .digest("hex");

/** What the tools leave in the folder of an SDK. */
const isBuilt = (file: string) =>
    /^(target|build|bin|node_modules|.*\.egg-info|.*\.tgz)$/.test(basename(file));

/** Builds in a copy of the folder of an SDK, as the tools leave in it what they build. */
export async function inCopyOf<T>(folder: string, build: (copy: string) => Promise<T>): Promise<T> {
    // Below the project, where npm finds the packages of the project.
    const copy = await scratchFolder("release-");
    try {
        await cp(folder, copy, {
            recursive: true,
            filter: (file) => dirname(file) !== folder || !isBuilt(file),
        });
        return await build(copy);
    } finally {
        await rm(copy, { recursive: true });
    }
}
