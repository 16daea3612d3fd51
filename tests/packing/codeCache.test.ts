import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { writeCodeCache } from "../../tools/pack/codeCache";
import { asFunction } from "../../tools/pack/executable";
import { projectFolder } from "../../tools/project";

describe("the code cache of the executable", () => {
    let folder: string;
    let source: string;
    let first: Buffer;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "code-cache-"));
        source = asFunction(await readFile(join(projectFolder, "bin/plugin.js"), "utf8"));
        await writeFile(join(folder, "plugin.js"), source);
        first = await made("first");
    });
    after(() => rm(folder, { recursive: true }));

    async function made(name: string): Promise<Buffer> {
        await writeCodeCache(join(folder, "plugin.js"), join(folder, name));
        return readFile(join(folder, name));
    }

    it("has the same bytes each time", async () => {
        assert.ok(first.equals(await made("second")));
    });

    it("is used by a Node.js without the options that it was made with", () => {
        const { cachedDataRejected } = new Script(source, { filename: "plugin.js", cachedData: first });
        assert.equal(cachedDataRejected, false);
    });

    it("holds the functions that were called, which V8 leaves out of a script that was only loaded", () => {
        const loaded = new Script(source).createCachedData();
        assert.ok(first.length > 3 * loaded.length, `${first.length} bytes, ${loaded.length} without`);
    });
});
