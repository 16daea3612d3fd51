import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { cached, cacheFolder } from "../cache";
import {
    type Binary,
    binaries,
    entryName,
    hostOf,
    type Language,
    languages,
    pinnedVersion,
} from "./binaries";
import { check } from "./check";
import { build, requireGo } from "./go";
import { findInstalled, type Installed, oldestPulumi } from "./installed";
import { withProgress } from "./progress";
import { installRelease, release, releaseInCache } from "./release";

export type { Language } from "./binaries";

const found = new Map<string, Promise<Installed>>();

/**
 * The Pulumi on the PATH with the language hosts of programs in these languages or, where there is none, one in
 * `.cache/`: Pulumi's own release, installed once, or what is built once where that cannot be had.
 */
export function ensureToolchain(languages: readonly Language[] = ["nodejs"]): Promise<Installed> {
    const hosts = [...new Set(languages)].sort().map(hostOf);
    const key = hosts.join();
    const toolchain = found.get(key) ?? findOrSetUp(hosts);
    found.set(key, toolchain);
    return toolchain;
}

async function findOrSetUp(hosts: string[]): Promise<Installed> {
    const { installed, refused } = await findInstalled(process.env.PATH ?? "", hosts);
    if (installed) return installed;

    const inCache = releaseInCache(hosts);
    if (inCache) return inCache;

    const needed = binaries.filter(({ name }) => name === "pulumi" || hosts.includes(name));
    const missing = needed.filter((binary) => !existsSync(join(cacheFolder, cacheEntry(binary))));
    if (missing.length > 0) {
        const none = `Pulumi ${oldestPulumi} or later with ${hosts.join(", ")} is not on the PATH.`;
        console.warn([...refused, none].join("\n"));
        const installed = await installRelease(hosts).catch((error: Error) => error.message);
        if (typeof installed !== "string") return installed;

        for (const binary of missing) await requireGo(binary, installed);
        console.warn(`${release} cannot be installed: ${installed}. Building it from source, once.`);
        for (const binary of missing) await withProgress(buildTitle(binary), () => built(binary));
    }
    const entries: string[] = [];
    for (const binary of needed) entries.push(await built(binary));
    return { bin: await together(entries), version: pinnedVersion(needed[0]!), isBuilt: true };
}

const cacheEntry = (binary: Binary) => join("toolchain", entryName(binary));

const buildTitle = (binary: Binary) =>
    `${binary.name} ${pinnedVersion(binary)}: building, about ${binary.buildTime}`;

/** The cache entry with the binary; one each, so that an interrupted build goes on where it was. */
function built(binary: Binary): Promise<string> {
    return cached(cacheEntry(binary), async (folder) => {
        await build(binary, folder);
        await check(binary, join(folder, binary.name));
    });
}

/** One folder with what the entries hold: the engine looks for its language hosts beside itself. */
async function together(entries: string[]): Promise<string> {
    const digest = createHash("sha256")
        .update(entries.map((entry) => basename(entry)).join())
        .digest("hex")
        .slice(0, 8);
    const folder = await cached(join("toolchain", digest), async (root) => {
        const bin = join(root, "bin");
        await mkdir(bin);
        for (const entry of entries) {
            // Hard links, as the engine follows a symbolic one before it looks beside itself.
            for (const file of await readdir(entry)) await link(join(entry, file), join(bin, file));
        }
    });
    return join(folder, "bin");
}

if (require.main === module) {
    ensureToolchain(languages).then(
        ({ bin, version }) => console.log(`pulumi ${version} is in ${bin}`),
        (error: Error) => {
            console.error(error.message);
            process.exitCode = 1;
        },
    );
}
