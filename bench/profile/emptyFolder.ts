import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../tools/cache";

/** The folder of a profile. It stays until the same is profiled again. */
export async function emptyFolder(name: string): Promise<string> {
    const folder = join(cacheFolder, "bench", name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return folder;
}
