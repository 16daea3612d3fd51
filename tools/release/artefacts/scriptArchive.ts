import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "tar";
import { licensesFile } from "../../generate/bundle";
import { packedAt } from "../../pack/archive";
import type { Release } from "../release";
import { launcherOf } from "./platforms";

/**
 * Packs the plugin for a platform other than this: what starts it and its script, which need Node.js on the PATH.
 *
 * There is no PulumiPlugin.yaml in it: the engine starts a plugin by that only where there is no launcher, and
 * `pulumi plugin install` would run npm in the folder of the plugin because of it.
 */
export async function writeScriptArchive(release: Release, platform: string, file: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "script-archive-"));
    const launcher = launcherOf(release, platform);
    const contents = [
        ["LICENSE", join(release.project, "LICENSE"), 0o644],
        [licensesFile, join(release.project, "bin", licensesFile), 0o644],
        ["plugin.js", join(release.project, "bin/plugin.js"), 0o644],
        ["doctor.js", join(release.project, "bin/doctor.js"), 0o644],
        [launcher, join(release.project, "bin", launcher), 0o755],
    ] as const;
    try {
        for (const [name, source, mode] of contents) {
            await cp(source, join(folder, name));
            await chmod(join(folder, name), mode);
        }
        const names = contents.map(([name]) => name);
        await create({ file, cwd: folder, gzip: true, portable: true, mtime: packedAt }, names.sort());
    } finally {
        await rm(folder, { recursive: true });
    }
}
