import { join } from "node:path";
import { cacheFolder } from "../../tools/cache";
import { bundle } from "../../tools/generate/bundle";
import { packedPlugin } from "../../tools/pack/plugin";
import { manifest, projectFolder } from "../../tools/project";
import type { Command } from "./runningPlugin";

/** Every plugin that is measured, by what the table calls it. */
export type Plugins = Record<"bare" | "script" | "executable" | "stock" | "stockDeepImports", Command>;

export async function plugins(): Promise<Plugins> {
    const bareServer = join(cacheFolder, "bench/bare-server.js");
    await bundle("bench/plugins/bare-server/main.ts", bareServer);
    const { executable } = await packedPlugin();
    return {
        // Without the warnings that the plugin's own launcher leaves out, too.
        bare: [process.execPath, "--no-warnings", bareServer],
        script: [join(projectFolder, "bin", `pulumi-resource-${manifest.name}`)],
        executable: [executable],
        stock: stockHost("stock-host"),
        stockDeepImports: stockHost("stock-host-deep-imports"),
    };
}

/** As Pulumi's language host starts a plugin from its sources. */
const stockHost = (folder: string): Command => [
    process.execPath,
    require.resolve("@pulumi/pulumi/cmd/run-plugin"),
    join(projectFolder, "bench/plugins", folder),
];
