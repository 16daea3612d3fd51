import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files that `write` makes below a folder, by their paths in it, with their content. */
export async function generated(write: (folder: string) => Promise<void>): Promise<Map<string, string>> {
    const folder = await mkdtemp(join(tmpdir(), "generated-"));
    try {
        await write(folder);
        return await filesBelow(folder);
    } finally {
        await rm(folder, { recursive: true });
    }
}

/** The files below `folder`, or those of `subfolder` in it, in the order of their paths. */
export async function filesBelow(folder: string, subfolder = ""): Promise<Map<string, string>> {
    const found = await readdir(join(folder, subfolder), { recursive: true });
    const files = new Map<string, string>();
    for (const path of found.map((each) => join(subfolder, each)).sort()) {
        const file = join(folder, path);
        if ((await stat(file)).isFile()) files.set(path, await readFile(file, "utf8"));
    }
    return files;
}
