import { execFile } from "node:child_process";
import { lstat, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm } from "../../tests/packing/npmPackage";
import { versionHere } from "../../tests/packing/npmProject";
import { scratchFolder } from "../../tools/cache";
import { packedPlugin } from "../../tools/pack/plugin";
import { projectFolder } from "../../tools/project";
import type { Rounds } from "../report/results";
import type { Run } from "../run";

const megabyte = 1_000_000;

/** Fetches what is missing of the peer dependencies. It requires the library as built. */
export async function size(run: Run): Promise<Record<string, Rounds>> {
    const folder = await scratchFolder("bench-size-");
    try {
        const options = ["--ignore-scripts", "--json", "--silent", "--pack-destination", folder];
        const { stdout } = await promisify(execFile)("npm", ["pack", ...options], { cwd: projectFolder });
        const [packed] = JSON.parse(stdout) as [{ filename: string; size: number; unpackedSize: number }];
        run.report("packed; installing it with its peer dependencies, about 30 s");

        // Without it npm would install into the project around the folder.
        await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
        const peers = ["@pulumi/pulumi", "@pulumi/aws"].map((name) => `${name}@${versionHere(name)}`);
        const quiet = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
        await npm(["install", "--prefix", folder, ...quiet, join(folder, packed.filename), ...peers], folder);

        const bin = join(projectFolder, "bin");
        const { folder: executable } = await packedPlugin();
        return {
            size: {
                packed: [packed.size / megabyte],
                unpacked: [packed.unpackedSize / megabyte],
                withPeers: [(await bytesIn(join(folder, "node_modules"))) / megabyte],
                script: [(await bytesIn(bin)) / megabyte],
                executable: [(await bytesIn(executable)) / megabyte],
            },
        };
    } finally {
        await rm(folder, { recursive: true });
    }
}

async function bytesIn(folder: string): Promise<number> {
    let bytes = 0;
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) bytes += (await lstat(join(entry.parentPath, entry.name))).size;
    }
    return bytes;
}
