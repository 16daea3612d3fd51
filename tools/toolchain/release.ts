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
                await runInstaller(folder);
                await check(join(folder, "bin"), hosts);
            }),
        );
    }
    const installed = releaseInCache(hosts);
    if (!installed) throw lacks(missingHosts(hosts, join(cacheFolder, entry, "bin")));
    return installed;
}

/** Why the installer failed in this process: who asks for another language does not wait for the same again. */
let failure: Error | undefined;

async function runInstaller(root: string): Promise<void> {
    const temporary = join(root, "tmp");
    await mkdir(temporary);
    const env = {
        // Node.js takes the proxies of the environment only with this, from 22.21 and 24 on.
        NODE_USE_ENV_PROXY: "1",
        ...process.env,
        ...ownHome,
        // For what an interrupted installer leaves.
        TMPDIR: temporary,
    };
    const script = [join(projectFolder, "tests/register.js"), join(__dirname, "installer.ts")];
    const limits = [seconds.look, seconds.installation].map(String);
    try {
        await runGuarded(process.execPath, ["--require", ...script, root, version, ...limits], { env });
    } catch (error) {
        // Its last line is the reason; where it was killed there is none but how it ended.
        const lines = (error as Error).message.split("\n").filter((line) => line !== "");
        failure = new Error(lines.at(-1)!.replace(/[.:]$/, ""), { cause: error });
        throw failure;
    }
    await rm(temporary, { recursive: true });
}

async function check(bin: string, hosts: readonly string[]): Promise<void> {
    const installed = await versionOf(join(bin, "pulumi"));
    if (installed !== version) {
        throw new Error(
            installed
                ? `the installer installed version ${installed}`
                : `"pulumi version" of what the installer installed prints no version`,
        );
    }
    const missing = missingHosts(hosts, bin);
    if (missing.length > 0) throw lacks(missing);
}

const lacks = (missing: readonly string[]) => new Error(`the release has no ${missing.join(", ")}`);
