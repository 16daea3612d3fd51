import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A hash of the files in the folder and of their names. */
export async function contentHash(folder: string): Promise<string> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const hash = createHash("sha256");
    for (const file of files.sort()) {
        const content = await readFile(file);
        hash.update(`${file.slice(folder.length)}\n${content.length}\n`).update(content);
    }
    return hash.digest("hex").slice(0, 16);
}
