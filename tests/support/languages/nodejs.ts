import { existsSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { awsSdkVersion, projectFolder } from "../../../tools/project";
import type { LanguageEnvironment } from ".";

/** Programs lie below this project and find what is in its `node_modules`. */
export const nodejs: LanguageEnvironment = {
    language: "nodejs",
    awsVersions: [awsSdkVersion],
    env: {},
    install: linkLibrary,
};

/** Gives the program this package as npm would: `package.json` and the `files` that it names. */
async function linkLibrary(program: string): Promise<void> {
    const { name, files } = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8")) as {
        name: string;
        files: string[];
    };
    for (const file of ["package.json", ...files]) {
        const built = join(projectFolder, file);
        if (!existsSync(built)) throw new Error(`${file} is missing. Run "npm run build" first.`);
        const installed = join(program, "node_modules", name, file);
        await mkdir(dirname(installed), { recursive: true });
        await symlink(built, installed);
    }
}
