import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../tools/cache";

/** The folder of a profile. It stays until the same is profiled again. */
export async function emptyFolder(name: string): Promise<string> {
    const folder = join(cacheFolder, "bench", name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return folder;
}

/** The file in it with this ending, of one process. */
export async function onlyFile(folder: string, ending: string): Promise<string> {
    const files = (await readdir(folder)).filter((name) => name.endsWith(ending));
    if (files.length !== 1) {
        throw new Error(`One profile is expected in ${folder}, but there are ${files.length}.`);
    }
    return join(folder, files[0]!);
}
