import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "../../../tests/packing/npmPackage";
import { cacheFolder } from "../../cache";
import { identityOf } from "../../identity";
import { manifest, projectFolder } from "../../project";
import { runGuarded } from "../../toolchain/processes";
import { withProgress } from "../../toolchain/progress";
import type { Release } from "../release";

export interface PublishedCopy extends Release {
    remove: () => Promise<void>;
}

/** A release of a copy of the project that has this repository, created by the tools in the copy. */
export async function releaseOfCopy(repository: string): Promise<PublishedCopy> {
    const { folder: project, remove } = await withProgress(
        `npm run generate, with the repository ${repository}`,
        () => generatedCopy(repository),
    );
    try {
        await withProgress("Its artefacts", () => {
            const make = ["--require", "./tests/register.js", "tools/release/artefacts/index.ts"];
            return runGuarded(process.execPath, make, { cwd: project });
        });
    } catch (error) {
        await remove();
        throw error;
    }
    const { name, version } = manifest;
    const folder = join(project, "dist");
    return { name, version, identity: identityOf(repository, version), project, folder, remove };
}

/** A copy of the project that has this repository in its package.json, with what is generated from it. */
export async function generatedCopy(
    repository: string | { type: string; url: string },
): Promise<{ folder: string; remove: () => Promise<void> }> {
    const folder = await mkdtemp(join(tmpdir(), "published-"));
    const remove = () => rm(folder, { recursive: true });
    try {
        await copyTo(folder);
        const own = { ...manifest, repository };
        await writeFile(join(folder, "package.json"), `${JSON.stringify(own, undefined, 4)}\n`);
        await npm(["run", "generate"], folder);
    } catch (error) {
        await remove();
        throw error;
    }
    return { folder, remove };
}

async function copyTo(project: string): Promise<void> {
    const left = [".git", ".cache", "node_modules", "dist", "lib"];
    for (const entry of await readdir(projectFolder)) {
        if (!left.includes(entry))
            await cp(join(projectFolder, entry), join(project, entry), { recursive: true });
    }
    await mkdir(cacheFolder, { recursive: true });
    await symlink(join(projectFolder, "node_modules"), join(project, "node_modules"));
    await symlink(cacheFolder, join(project, ".cache"));
}
