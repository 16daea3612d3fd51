import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentHash } from "../../tools/contentHash";

describe("The hash of a folder", () => {
    let folder: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "hash-"));
        await mkdir(join(folder, "below"));
        await writeFile(join(folder, "below/a"), "1");
    });
    afterEach(() => rm(folder, { recursive: true }));

    it("stays while nothing changes, wherever the folder is", async () => {
        const before = await contentHash(folder);
        await rename(folder, `${folder}-moved`);
        folder = `${folder}-moved`;
        assert.equal(await contentHash(folder), before);
    });

    it("changes with a file's content, with its name, and with another file", async () => {
        const hashes = [await contentHash(folder)];
        await writeFile(join(folder, "below/a"), "2");
        hashes.push(await contentHash(folder));
        await rename(join(folder, "below/a"), join(folder, "below/b"));
        hashes.push(await contentHash(folder));
        await writeFile(join(folder, "c"), "");
        hashes.push(await contentHash(folder));
        assert.equal(new Set(hashes).size, hashes.length);
    });
});
