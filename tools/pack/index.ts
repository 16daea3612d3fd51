import { mkdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { manifest, projectFolder } from "../project";
import { archiveName } from "./archive";
import { pulumiPlatform } from "./platform";
import { packedPlugin, writeTarball } from "./plugin";

/** Packs the plugin for the system and processor of this machine, with the Node.js that runs this. */
async function pack(): Promise<void> {
    const dist = join(projectFolder, "dist");
    await mkdir(dist, { recursive: true });
    const tarball = join(dist, archiveName(manifest, pulumiPlatform()));
    await writeTarball(tarball);

    const megabytes = async (file: string) => `${((await stat(file)).size / 1e6).toFixed(1)} MB`;
    const { executable } = await packedPlugin();
    console.log(`${relative("", tarball)}: ${await megabytes(tarball)}`);
    console.log(`Includes Node.js ${process.version}. Installed size: ${await megabytes(executable)}.`);
}

void pack();
