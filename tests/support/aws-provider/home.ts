import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { cached } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";

const sources = join(__dirname, "plugin");

/** The plugin that programs in this project's own Node SDK ask for. */
export const nodeSdkVersion = (
    JSON.parse(readFileSync(join(projectFolder, "node_modules/@pulumi/aws/package.json"), "utf8")) as {
        version: string;
    }
).version;

/**
 * A PULUMI_HOME of its own in which `pulumi`, the path of the CLI, finds the stand-in for the AWS provider as each of
 * these versions. With AWS_PROVIDER=real it is left out, and the engine fetches the real one into the home.
 */
export async function awsPluginHome(pulumi: string, versions: string[]): Promise<string> {
    if (process.env.AWS_PROVIDER === "real") {
        return cached(join("aws-provider", "home-real"), () => Promise.resolve());
    }
    const plugin = await awsPlugin();
    const name = `home-${[...versions].sort().join("-")}-${await contentHash()}`;
    return cached(join("aws-provider", name), async (home) => {
        const env = { ...process.env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
        for (const version of versions) {
            const install = ["plugin", "install", "resource", "aws", version, "--file", plugin];
            await promisify(execFile)(pulumi, [...install, "--non-interactive"], { env });
        }
    });
}

/** The folder with the executable `pulumi-resource-aws`, built when its sources or dependencies changed. */
export async function awsPlugin(): Promise<string> {
    const folderName = `resource-aws-v${nodeSdkVersion}`;
    const entry = await cached(join("aws-provider", `plugin-${await contentHash()}`), async (unfinished) => {
        const folder = join(unfinished, folderName);
        await build({
            entryPoints: [join(sources, "main.ts")],
            outfile: join(folder, "provider.js"),
            bundle: true,
            platform: "node",
            target: "node20",
            logLevel: "warning",
        });
        const executable = join(folder, "pulumi-resource-aws");
        await writeFile(executable, launcher);
        await chmod(executable, 0o755);
    });
    return join(entry, folderName);
}

/**
 * What Node has to warn of (its own age, say) would come up as a message of the engine. It needs nothing on the PATH:
 * tests take Node from there.
 */
const launcher = `#!/bin/sh
exec "${process.execPath}" --no-warnings "\${0%/*}/provider.js" "$@"
`;

async function contentHash(): Promise<string> {
    const files = (await readdir(sources, { recursive: true })).filter((file) => file.endsWith(".ts")).sort();
    const hash = createHash("sha256").update(launcher);
    for (const file of [
        ...files.map((each) => join(sources, each)),
        join(projectFolder, "package-lock.json"),
    ]) {
        hash.update(file.slice(projectFolder.length)).update(await readFile(file));
    }
    return hash.digest("hex").slice(0, 16);
}
