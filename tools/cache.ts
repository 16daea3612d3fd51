import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { lock } from "proper-lockfile";
import { projectFolder } from "./project";

/** Everything that the project sets up for itself lies here; git ignores it and deleting it is always safe. */
export const cacheFolder = join(projectFolder, ".cache");

/** A new folder below `.cache`, which may be the first there. Who asked for it removes it. */
export async function scratchFolder(prefix: string): Promise<string> {
    await mkdir(cacheFolder, { recursive: true });
    return mkdtemp(join(cacheFolder, prefix));
}

/**
 * The folder `.cache/<name>`, made by `make` the first time it is asked for.
 *
 * `name` holds the version or hash of what is inside, so an entry is never out of date. `make` fills a folder
 * beside it that is renamed when complete: an interrupted run leaves no half entry, a failed one nothing, and of
 * two runs that start at once the second waits for the first.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
    const folder = join(cacheFolder, name);
    if (existsSync(folder)) return folder;

    await mkdir(dirname(folder), { recursive: true });
    const release = await lock(folder, { realpath: false, retries: { forever: true, maxTimeout: 1000 } });
    try {
        if (existsSync(folder)) return folder;
        const unfinished = `${folder}.unfinished`;
        await rm(unfinished, { recursive: true, force: true });
        await mkdir(unfinished);
        try {
            await make(unfinished);
        } catch (error) {
            await rm(unfinished, { recursive: true, force: true });
            throw error;
        }
        await rename(unfinished, folder);
        return folder;
    } finally {
        await release();
    }
}
