import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeCodeCache } from "../../tools/pack/codeCache";
import { asFunction } from "../../tools/pack/executable";
import { projectFolder } from "../../tools/project";
import { nodeExecutable, nodes } from "../plugin/support/nodes";

/** Prints whether V8 takes the cache, and how much it would compile without one. */
const look = `
    const { readFileSync } = require("node:fs");
    const { Script } = require("node:vm");
    const [script, cache] = process.argv.slice(1);
    const source = readFileSync(script, "utf8");
    const { cachedDataRejected } = new Script(source, { filename: "plugin.js", cachedData: readFileSync(cache) });
    console.log(JSON.stringify({ cachedDataRejected, loaded: new Script(source).createCachedData().length }));
`;

describe("the code cache of the executable", () => {
    for (const version of nodes) {
        describe(`with Node.js ${version}`, () => {
            let folder: string;
            let script: string;
            let node: string;
            let cache: Buffer;
            before(async () => {
                node = await nodeExecutable(version);
                folder = await mkdtemp(join(tmpdir(), "code-cache-"));
                script = join(folder, "plugin.js");
                await writeFile(
                    script,
                    asFunction(await readFile(join(projectFolder, "bin/plugin.js"), "utf8")),
                );
                cache = await made("cache");
            });
            after(() => rm(folder, { recursive: true }));

            async function made(name: string): Promise<Buffer> {
                await writeCodeCache(node, script, join(folder, name));
                return readFile(join(folder, name));
            }

            it("has the same bytes each time, also on a busy machine", async () => {
                const others = await Promise.all(["1", "2", "3", "4", "5", "6"].map(made));
                const same = others.map((other) => other.equals(cache));
                assert.deepEqual(same, Array(others.length).fill(true));
            });

            it("is used by a Node.js without the options that it was made with", async () => {
                assert.equal((await seen()).cachedDataRejected, false);
            });

            it("holds the functions that were called, which V8 leaves out of a script that was only loaded", async () => {
                const { loaded } = await seen();
                assert.ok(cache.length > 3 * loaded, `${cache.length} bytes, ${loaded} without`);
            });

            /** By a Node.js as it starts the executable. */
            async function seen(): Promise<{ cachedDataRejected: boolean; loaded: number }> {
                const { stdout } = await promisify(execFile)(node, [
                    "-e",
                    look,
                    script,
                    join(folder, "cache"),
                ]);
                return JSON.parse(stdout) as Awaited<ReturnType<typeof seen>>;
            }
        });
    }
});
