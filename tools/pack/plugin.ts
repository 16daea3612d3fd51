import { createHash } from "node:crypto";
import { chmod, copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create } from "tar";
import { cached } from "../cache";
import { licensesFile } from "../generate/bundle";
import { manifest, projectFolder } from "../project";
import { packedAt } from "./archive";
import { buildExecutable } from "./executable";
import { nodeLicense } from "./nodeLicense";
import { pulumiPlatform } from "./platform";

const isWindows = process.platform === "win32";
const executableName = `pulumi-resource-${manifest.name}${isWindows ? ".exe" : ""}`;
const script = join(projectFolder, "bin/plugin.js");
/** What the script loads when it is asked for. */
const assets = [join(projectFolder, "bin/doctor.js")];

export interface PackedPlugin {
    /** The plugin as one file, which needs no Node.js. */
    executable: string;
    /** The folder with it and the licences, and nothing else. */
    folder: string;
}

/** The plugin for this machine, made when its script or the Node.js that runs this is another. */
export async function packedPlugin(): Promise<PackedPlugin> {
    const folder = await cached(join("plugin", await contentHash()), async (unfinished) => {
        await buildExecutable(script, join(unfinished, executableName), assets);
        await copyFile(join(projectFolder, "LICENSE"), join(unfinished, "LICENSE"));
        await copyFile(join(projectFolder, "bin", licensesFile), join(unfinished, licensesFile));
        await writeFile(join(unfinished, "NODE-LICENSE.txt"), await nodeLicense());
        // Whatever the user's mask is.
        for (const document of ["LICENSE", licensesFile, "NODE-LICENSE.txt"]) {
            await chmod(join(unfinished, document), 0o644);
        }
    });
    return { folder, executable: join(folder, executableName) };
}

/** Packs the plugin for `pulumi plugin install`: the same plugin gives the same bytes. */
export async function writeTarball(file: string): Promise<void> {
    const { folder } = await packedPlugin();
    await create(
        { file, cwd: folder, gzip: true, portable: true, mtime: packedAt },
        (await readdir(folder)).sort(),
    );
}

async function contentHash(): Promise<string> {
    const hash = createHash("sha256").update(`${process.version} ${pulumiPlatform()}`);
    const sources = (await readdir(__dirname)).sort().map((file) => join(__dirname, file));
    for (const file of [script, ...assets, join(projectFolder, "bin", licensesFile), ...sources])
        hash.update(await readFile(file));
    return hash.digest("hex").slice(0, 16);
}
