import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cached, cacheFolder } from "../../cache";
import { contentHash } from "../../contentHash";
import { requireGo, runGo } from "../../goModule";
import { identity } from "../../identity";
import { projectFolder } from "../../project";
import { withProgress } from "../../toolchain/progress";

const source = join(__dirname, "generator");

/** Writes the SDKs of the project's schema into `sdk/` below `folder`, and removes what is no longer in them. */
export async function writeSdks(folder: string): Promise<void> {
    const generator = await builtGenerator();
    const sdks = join(folder, "sdk");
    await mkdir(sdks, { recursive: true });
    await promisify(execFile)(generator, [projectFolder, sdks, JSON.stringify(identity)]);
}

/** The program in `generator/`, which is compiled once for each state of its sources. */
async function builtGenerator(): Promise<string> {
    const entry = join("sdk-generator", `${process.platform}-${process.arch}-${await contentHash(source)}`);
    const make = () =>
        cached(entry, (folder) =>
            runGo(source, ["build", "-ldflags", "-s -w", "-o", join(folder, "generator"), "."], folder),
        );
    const isMissing = !existsSync(join(cacheFolder, entry));
    if (isMissing) await requireGo("The SDK generator", source);
    const title = "The SDK generator: building, up to a minute";
    return join(await (isMissing ? withProgress(title, make) : make()), "generator");
}
