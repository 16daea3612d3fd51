import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LanguageEnvironment } from "../../../tests/support/languages";
import type { Release } from "../release";

/** The smallest program of the docs, as a project of its own that takes the release by its name. */
export interface ReleasedProgram extends Pick<
    LanguageEnvironment,
    "language" | "awsVersions" | "env" | "install"
> {
    /** Writes the project into a folder, which is made. */
    write: (folder: string) => Promise<void>;
    /** Rejects where the program, installed in this folder, does not compile or load. */
    compile: (folder: string) => Promise<void>;
}

/** Writes these files and, as the file `to`, the program `from` of `examples/smallest` in the release's project. */
export const writer =
    (release: Release, from: string, to: string, files: Record<string, string>) =>
    async (folder: string): Promise<void> => {
        for (const [name, text] of Object.entries(files)) {
            await mkdir(dirname(join(folder, name)), { recursive: true });
            await writeFile(join(folder, name), text);
        }
        await mkdir(dirname(join(folder, to)), { recursive: true });
        await cp(join(release.project, "examples/smallest", from), join(folder, to));
    };

/** Writes the program with the import of another package: the SDK is the same in a program and has another name. */
export const importing =
    (release: Release, name: string, write: ReleasedProgram["write"]) =>
    async (folder: string): Promise<void> => {
        await write(folder);
        const program = join(folder, "index.ts");
        const text = await readFile(program, "utf8");
        await writeFile(program, text.replace(`"${release.name}"`, `"${name}"`));
    };

/** Installs the program into an empty folder, and rejects where it does not compile or load. */
export async function tryOut(program: ReleasedProgram, empty: string): Promise<void> {
    await program.write(empty);
    await program.install(empty);
    await program.compile(empty);
}
