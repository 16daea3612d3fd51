import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Artefact, Release } from "../release";
import { filesBelow, sha256 } from "./files";

const name = "SHA256SUMS";

/** Of all that lies in the folder of the release. */
export async function checksums({ folder }: Release): Promise<Artefact[]> {
    const files = (await filesBelow(folder)).filter((file) => file !== name);
    await writeFile(join(folder, name), sums(await hashed(folder, files)));
    return [
        {
            files: [name],
            contents: `checksums of ${files.length} files`,
            checks: [{ claim: "sha256sum --check", run: () => verify(folder) }],
        },
    ];
}

const hashed = (folder: string, files: string[]) =>
    Promise.all(
        files.map(async (file): Promise<[string, string]> => [file, await sha256(join(folder, file))]),
    );

/** As `sha256sum` reads it: two spaces are for text, which on these systems is no other than binary. */
export const sums = (hashes: readonly [file: string, hash: string][]) =>
    hashes.map(([file, hash]) => `${hash}  ${file}\n`).join("");

async function verify(cwd: string): Promise<void> {
    // macOS has Perl's.
    const [command, ...args] = process.platform === "darwin" ? "shasum -a 256".split(" ") : ["sha256sum"];
    await promisify(execFile)(command!, [...args, "--check", "--strict", name], { cwd });
}
