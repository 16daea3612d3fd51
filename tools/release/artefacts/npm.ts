import { cp, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { npm, packNpmPackage } from "../../../tests/packing/npmPackage";
import { tryOut } from "../programs";
import { typescript } from "../programs/typescript";
import type { Artefact, Release } from "../release";
import { inCopyOf } from "./files";

/** The library, which also holds the plugin. */
export async function npmLibrary(release: Release): Promise<Artefact[]> {
    const packed = await packNpmPackage();
    const file = `npm/${basename(packed.tarball)}`;
    try {
        await mkdir(join(release.folder, "npm"), { recursive: true });
        await cp(packed.tarball, join(release.folder, file));
    } finally {
        await packed.remove();
    }
    return [npmPackage(release, file, "library, npm package", release.name)];
}

/** The SDK that asks the plugin. */
export async function npmSdk(release: Release): Promise<Artefact[]> {
    const folder = join(release.folder, "npm");
    await mkdir(folder, { recursive: true });
    const [packed] = await inCopyOf(join(release.project, "sdk/nodejs"), async (copy) => {
        const { stdout } = await npm(["pack", "--json", "--silent", "--pack-destination", folder], copy);
        return JSON.parse(stdout) as [{ filename: string; name: string }];
    });
    return [npmPackage(release, `npm/${packed.filename}`, "SDK for Node.js, npm package", packed.name)];
}

const npmPackage = (release: Release, file: string, contents: string, name: string): Artefact => ({
    files: [file],
    contents,
    checks: [
        {
            claim: "a program compiles and loads it",
            run: (empty) => tryOut(typescript(release, { name, spec: join(release.folder, file) }), empty),
        },
    ],
});
