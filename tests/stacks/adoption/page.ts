import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { scratchFolder } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";

/** The code on the page of the documentation. */
export async function codeOfPage() {
    const page = await readFile(join(projectFolder, "docs/guides/import-existing-resources.md"), "utf8");
    const blocks = (language: string) =>
        [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
            .filter(([, itsLanguage]) => itsLanguage === language)
            .map(([, , code]) => code!);
    const [program, withTransform] = blocks("ts");
    return {
        program: program!,
        importFile: JSON.parse(blocks("json")[0]!) as { resources: ImportedResource[] },
        steps: blocks("text")[0]!.trim().split("\n"),
        withTransform: withTransform!,
    };
}

export interface ImportedResource {
    type: string;
    name: string;
    id?: string;
    version?: string;
}

/** Where the component comes from: the library, or the SDK for the plugin. */
export const sources = {
    "in process": "aurora-s3-access",
    "through the plugin": join(projectFolder, "sdk/nodejs"),
};

/** A new folder with the program, which has the component from there. */
export async function programFolder(code: string, source: string): Promise<string> {
    const folder = await scratchFolder("adoption-");
    const files = {
        "Pulumi.yaml": "name: adoption\nruntime: nodejs\n",
        "package.json": JSON.stringify({ name: "adoption", main: "index.ts" }),
        "index.ts": code.replace('from "aurora-s3-access"', () => `from ${JSON.stringify(source)}`),
    };
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
    return folder;
}
