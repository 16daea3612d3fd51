import { dirname, join } from "node:path";
import { cached } from "../../../tools/cache";
import { withProgress } from "../../../tools/toolchain/progress";
import { npm } from "../../packing/npmPackage";

/** The one in the executables of releases, as `release.yml` has it. */
export const releaseNode = "24.21.0";

/** A version of each Node.js that the plugin serves on. */
export const nodes = ["20.20.2", "22.23.3", releaseNode];

const majorOf = (version: string) => version.split(".")[0];

/** What has this Node.js first on the PATH. */
export async function withNode(version: string): Promise<NodeJS.ProcessEnv> {
    return { PATH: `${dirname(await nodeExecutable(version))}:${process.env.PATH}` };
}

/** The one that runs the tests where it fits, or one from npm, set up once. */
export async function nodeExecutable(version: string): Promise<string> {
    const ours = majorOf(process.versions.node) === majorOf(version);
    return ours ? process.execPath : join(await nodeFromNpm(version), "node");
}

async function nodeFromNpm(version: string): Promise<string> {
    // The binary alone: the package `node` would look for it in a script of its own.
    const name = `node-${process.platform}-${process.arch}`;
    const folder = await cached(`${name}-${version}`, (made) =>
        withProgress(`Node.js ${version}: installing`, async () => {
            await npm(["install", "--prefix", made, "--ignore-scripts", `${name}@${version}`], made);
        }),
    );
    return join(folder, "node_modules/.bin");
}
