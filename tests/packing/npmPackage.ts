import { execFile } from "node:child_process";
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { scratchFolder } from "../../tools/cache";
import { projectFolder } from "../../tools/project";

/** Runs npm, without the settings that an npm around this process has given it. */
export function npm(args: string[], cwd: string): Promise<{ stdout: string }> {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
    return promisify(execFile)("npm", args, { cwd, env });
}

export interface NpmPackage {
    /** The packed file. */
    tarball: string;
    /** The copy of the project that it was packed from. */
    folder: string;
    /** What is in it, by path, sorted. */
    files: string[];
    kilobytes: number;
    remove: () => Promise<void>;
}

/** Packs a copy of the project, in which `lib` holds what an older build left. */
export async function packNpmPackage(): Promise<NpmPackage> {
    const copy = await scratchFolder("npm-package-");
    const isSource = (file: string) => !/^(node_modules|\.cache|\.git|lib|dist)$/.test(basename(file));
    for (const entry of (await readdir(projectFolder)).filter(isSource))
        await cp(join(projectFolder, entry), join(copy, entry), { recursive: true, filter: isSource });
    await mkdir(join(copy, "lib"));
    await writeFile(join(copy, "lib/removed.js"), "");

    const { stdout } = await npm(["pack", "--json", "--silent"], copy);
    const [packed] = JSON.parse(stdout) as [{ filename: string; size: number; files: { path: string }[] }];
    return {
        tarball: join(copy, packed.filename),
        folder: copy,
        files: packed.files.map(({ path }) => path).sort(),
        kilobytes: Math.round(packed.size / 1000),
        remove: () => rm(copy, { recursive: true }),
    };
}
