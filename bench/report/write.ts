import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import { markdown } from "./markdown";
import { plots } from "./plots";
import type { Results } from "./results";

/** Writes the page and the plots below `folder`, from what was measured. */
export async function writeReport(folder: string): Promise<void> {
    const results = JSON.parse(await readFile(join(projectFolder, "bench/results.json"), "utf8")) as Results;
    await mkdir(join(folder, "bench"), { recursive: true });
    await writeFile(join(folder, "bench/results.md"), markdown(results));
    const pictures = join(folder, "docs/pictures");
    await mkdir(pictures, { recursive: true });
    for (const [name, svg] of Object.entries(plots(results))) {
        await writeFile(join(pictures, `bench-${name}.svg`), svg);
    }
}
