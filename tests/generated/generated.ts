import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";

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

/** Fails where a file of these is not committed to the byte; `command` writes them. */
export async function assertCommitted(
    fresh: ReadonlyMap<string, string>,
    command = "npm run generate",
): Promise<void> {
    for (const [file, content] of fresh) {
        const committed = await readFile(join(projectFolder, file), "utf8").catch(() => undefined);
        assert.ok(committed === content, `${file} is stale: run "${command}"`);
    }
}
