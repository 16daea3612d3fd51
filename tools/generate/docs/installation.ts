import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../project";
import { withGenerated } from "./generatedBlock";
import { type Names, names } from "./names";

/** The parts of pages that say how to install, from a checkout or, once there is a repository, what is published. */
const pages: Record<string, string[]> = {
    "README.md": ["readme"],
    "docs/installation-configuration.md": [
        "intro",
        "library",
        "plugin",
        "packageAdd",
        "python",
        "go",
        "java",
        "dotnet",
        "nodejs",
    ],
};

/** Writes how to install into the pages below `folder`. */
export async function writeInstallation(folder: string): Promise<void> {
    for (const [page, parts] of Object.entries(pages)) {
        let text = await readFile(join(projectFolder, page), "utf8");
        for (const part of parts)
            text = withGenerated(text, `installation, ${part}`, await shown(part, names));
        await mkdir(dirname(join(folder, page)), { recursive: true });
        await writeFile(join(folder, page), text);
    }
}

/** A part from `installation/`, with the names in it. */
export async function shown(part: string, { identity, version, aws }: Names): Promise<string> {
    const { repository, goModule, javaGroup } = identity;
    const values: Record<string, string | undefined> = {
        version,
        aws,
        goModule,
        javaGroup,
        repository: repository?.url,
        pluginDownloadURL: repository?.pluginDownloadURL,
    };
    const file = join(__dirname, "installation", repository ? "published" : "checkout", `${part}.md`);
    return (await readFile(file, "utf8")).replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`${file} has ${placeholder}, which is not known there`);
        return value;
    });
}
