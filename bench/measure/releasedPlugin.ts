import { join } from "node:path";
import { releaseNode, withNode } from "../../tests/plugin/support/nodes";
import { archiveName } from "../../tools/pack/archive";
import { pulumiPlatform } from "../../tools/pack/platform";
import { manifest, projectFolder } from "../../tools/project";
import { runGuarded } from "../../tools/toolchain/processes";

/** The archive of the plugin as a release packs it: with the Node.js of releases, whichever Node.js measures. */
export async function releasedPlugin(): Promise<string> {
    await runGuarded("node", ["--require", "./tests/register.js", "tools/pack/index.ts"], {
        cwd: projectFolder,
        env: { ...process.env, ...(await withNode(releaseNode)) },
    });
    return join(projectFolder, "dist", archiveName(manifest, pulumiPlatform()));
}
