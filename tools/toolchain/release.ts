import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cached, cacheFolder } from "../cache";
import { projectFolder } from "../project";
import { binaries, pinnedVersion } from "./binaries";
import { type Installed, missingHosts, ownHome, versionOf } from "./installed";
import { runGuarded } from "./processes";
import { withProgress } from "./progress";

const version = pinnedVersion(binaries.find(({ name }) => name === "pulumi")!);
const entry = join("toolchain", `release-${version}-${process.platform}-${process.arch}`);

/** Pulumi's own release: one archive with the CLI and its language hosts. */
export const release = `Pulumi ${version}`;

/** How long the installer's host may take to answer, and then all of the installation. */
const seconds = { look: 5, installation: 600 };

/** The release in the cache, if it has the hosts. */
export function releaseInCache(hosts: readonly string[]): Installed | undefined {
    const bin = join(cacheFolder, entry, "bin");
    return existsSync(bin) && missingHosts(hosts, bin).length === 0 ? { bin, version } : undefined;
}

/** Installs the release into the cache. Rejects with the reason where it cannot be had with these hosts. */
export async function installRelease(hosts: readonly string[]): Promise<Installed> {
    if (failure) throw failure;
    if (!existsSync(join(cacheFolder, entry))) {
        await withProgress(`${release}: installing from get.pulumi.com`, () =>
            cached(entry, async (folder) => {
                await install(folder).catch((error: Error) => {
                    failure = error;
                    throw error;
                });
                requireHosts(hosts, folder);
            }),
        );
    }
    requireHosts(hosts, join(cacheFolder, entry));
    return { bin: join(cacheFolder, entry, "bin"), version };
}

/** Why it failed in this process: who asks for another language does not wait for the same again. */
let failure: Error | undefined;

async function install(root: string): Promise<void> {
    const temporary = join(root, "tmp");
    await mkdir(temporary);
    await runInstaller(root, {
        // Node.js takes the proxies of the environment only with this, from 22.21 and 24 on.
        NODE_USE_ENV_PROXY: "1",
        ...process.env,
        ...ownHome,
        // For what an interrupted installer leaves.
        TMPDIR: temporary,
    });
    await rm(temporary, { recursive: true });

    const installed = await versionOf(join(root, "bin", "pulumi"));
    if (!installed) throw new Error(`the installed CLI does not run: "pulumi version" prints no version`);
    if (installed !== version) throw new Error(`the installer provided version ${installed} instead`);
}

async function runInstaller(root: string, env: NodeJS.ProcessEnv): Promise<void> {
    const script = [join(projectFolder, "tests/register.js"), join(__dirname, "installer.ts")];
    const limits = [seconds.look, seconds.installation].map(String);
    try {
        await runGuarded(process.execPath, ["--require", ...script, root, version, ...limits], { env });
    } catch (error) {
        // Its last line is the reason; where it was killed there is none but how it ended.
        const lines = (error as Error).message.split("\n").filter((line) => line !== "");
        throw new Error(lines.at(-1)!.replace(/[.:]$/, ""), { cause: error });
    }
}

function requireHosts(hosts: readonly string[], root: string): void {
    const missing = missingHosts(hosts, join(root, "bin"));
    if (missing.length > 0) throw new Error(`the release does not contain ${missing.join(", ")}`);
}
