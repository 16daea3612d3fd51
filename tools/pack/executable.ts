import { execFile } from "node:child_process";
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { writeCodeCache } from "./codeCache";

const run = promisify(execFile);

/** As documented at https://nodejs.org/docs/latest-v20.x/api/single-executable-applications.html. */
const postject = require.resolve("postject/dist/cli.js");
const fuse = ["--sentinel-fuse", "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2"];

/** Makes `executable` of the plugin's script: the Node.js that runs this, which then runs the script and nothing else. It holds the assets. */
export async function buildExecutable(
    script: string,
    executable: string,
    assets: readonly string[],
): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "executable-"));
    try {
        const blob = await applicationBlob(script, folder, assets);
        await copyFile(process.execPath, executable);
        await chmod(executable, 0o755);
        await withoutSymbols(executable);
        await inject(blob, executable);
    } finally {
        await rm(folder, { recursive: true });
    }
}

async function applicationBlob(script: string, folder: string, assets: readonly string[]): Promise<string> {
    const [wrapped, cache] = [join(folder, "plugin.js"), join(folder, "plugin.cache")];
    await writeFile(wrapped, asFunction(await readFile(script, "utf8")));
    await writeCodeCache(process.execPath, wrapped, cache);

    // Names without folders, as the blob holds them.
    await copyFile(join(__dirname, "launch.js"), join(folder, "launch.js"));
    for (const asset of assets) await copyFile(asset, join(folder, basename(asset)));
    const config = {
        main: "launch.js",
        assets: Object.fromEntries(
            [wrapped, cache, ...assets].map((asset) => [basename(asset), basename(asset)]),
        ),
        output: "blob",
        useCodeCache: false,
        useSnapshot: false,
        disableExperimentalSEAWarning: true,
    };
    await writeFile(join(folder, "config.json"), JSON.stringify(config));
    await run(process.execPath, ["--experimental-sea-config", "config.json"], { cwd: folder });
    return join(folder, "blob");
}

/** As Node.js wraps modules. */
export const asFunction = (source: string) =>
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`;

/** A tenth of the size are symbols for debuggers, which go where there is a `strip`. */
async function withoutSymbols(executable: string): Promise<void> {
    if (process.platform !== "linux") return;
    await run("strip", [executable]).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
    });
}

async function inject(blob: string, executable: string): Promise<void> {
    const args = [postject, executable, "NODE_SEA_BLOB", blob, ...fuse];
    if (process.platform !== "darwin") {
        await run(process.execPath, args);
        return;
    }
    // What is changed after it was signed does not start on macOS.
    await run("codesign", ["--remove-signature", executable]);
    await run(process.execPath, [...args, "--macho-segment-name", "NODE_SEA"]);
    await run("codesign", ["--sign", "-", executable]);
}
