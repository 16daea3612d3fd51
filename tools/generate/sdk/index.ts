import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { contentHash } from "../../contentHash";
import { builtGoProgram } from "../../goProgram";
import { identity } from "../../identity";
import { projectFolder } from "../../project";

const source = join(__dirname, "generator");

/** Writes the SDKs of the project's schema into `sdk/` below `folder`, and removes what is no longer in them. */
export async function writeSdks(folder: string): Promise<void> {
    const generator = await builtGenerator();
    const sdks = join(folder, "sdk");
    await mkdir(sdks, { recursive: true });
    await promisify(execFile)(generator, [projectFolder, sdks, JSON.stringify(identity)]);
}

/** The program in `generator/`, which is compiled once for each state of its sources. */
const builtGenerator = async () =>
    builtGoProgram({
        name: "sdk-generator",
        title: "The SDK generator",
        buildTime: "up to a minute",
        module: source,
        hash: await contentHash(source),
    });
