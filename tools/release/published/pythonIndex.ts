import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The name by which indexes know a project: https://packaging.python.org/en/latest/specifications/name-normalization. */
export const normalized = (name: string) => name.replace(/[-_.]+/g, "-").toLowerCase();

/** Writes an index of the packages in the folder, which pip reads as it reads that of PyPI. */
export async function writePythonIndex(packages: string, index: string): Promise<void> {
    for (const file of await readdir(packages)) {
        const [name] = file.split("-");
        const project = join(index, normalized(name!));
        await mkdir(project, { recursive: true });
        await cp(join(packages, file), join(project, file));
        const files = (await readdir(project)).filter((each) => each !== "index.html").sort();
        const links = files.map((each) => `<a href="${each}">${each}</a>\n`);
        await writeFile(join(project, "index.html"), `<!DOCTYPE html>\n${links.join("")}`);
    }
}
