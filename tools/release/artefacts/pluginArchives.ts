import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeTarball } from "../../pack/plugin";
import { pulumiPlatform } from "../../pack/platform";
import type { Artefact, Check, Release } from "../release";
import { asksForNode, deploysSmallestProgram, scriptServes, tellsItsSchema } from "./pluginChecks";
import { archiveName } from "../../pack/archive";
import { isWindows, platforms } from "./platforms";
import { writeScriptArchive } from "./scriptArchive";

/** One for each platform: an executable for this one, as none of another can be made here, and scripts for the others. */
export async function pluginArchives(release: Release): Promise<Artefact[]> {
    await mkdir(release.folder, { recursive: true });
    const here = pulumiPlatform();
    return Promise.all(
        platforms.map(async (platform) => {
            const name = archiveName(release, platform);
            const file = join(release.folder, name);
            if (platform === here) await writeTarball(file);
            else await writeScriptArchive(release, platform, file);
            const contents =
                platform === here
                    ? `plugin, executable with Node.js ${process.versions.node}`
                    : "plugin, script that requires Node.js 20 or later";
            return { files: [name], contents, checks: checks(release, platform, file) };
        }),
    );
}

function checks(release: Release, platform: string, file: string): Check[] {
    if (platform === pulumiPlatform()) return [deploysSmallestProgram(release, file)];
    const served = scriptServes(release, platform, file);
    if (isWindows(platform)) return [served];
    // Systems differ in their executables, not in what a shell and Node.js run.
    return [served, tellsItsSchema(release, file), asksForNode(release, platform, file)];
}
