import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Identity, Repository } from "../identity";
import { projectFolder } from "../project";
import { withAbsoluteLinks } from "./links";

/** The pages that the Registry shows, in `docs`. */
const pages = ["_index.md", "installation-configuration.md"];

/** What is added to `community-packages/package-list.json` of https://github.com/pulumi/registry. */
export const packageListEntry = ({ url }: Repository) => ({
    repoSlug: url.replace("https://github.com/", ""),
    schemaFile: "provider/schema.json",
});

/** The files for the Registry, by name: the entry of the list, and the pages without relative links. */
export async function registryFiles({ repository }: Identity): Promise<Map<string, string>> {
    if (repository === undefined) {
        throw new Error(
            `package.json has no repository, which the Registry's pages link to. Set "repository" to "github:<organization>/<repository>".`,
        );
    }
    const entry = `${JSON.stringify(packageListEntry(repository), undefined, 2)}\n`;
    return new Map([["package-list-entry.json", entry], ...(await registryPages(repository))]);
}

/** The pages, by name, with links to the repository. */
export async function registryPages(repository: Repository): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    for (const page of pages) {
        const text = await readFile(join(projectFolder, "docs", page), "utf8");
        files.set(page, withAbsoluteLinks(text, `docs/${page}`, repository));
    }
    return files;
}

/** Writes them into the folder. */
export async function writeRegistryFiles(identity: Identity, folder: string): Promise<string[]> {
    const files = await registryFiles(identity);
    await mkdir(folder, { recursive: true });
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    return [...files.keys()].map((name) => join(folder, name));
}
