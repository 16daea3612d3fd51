import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notOurs } from "../../../tools/generate/docs/names";
import { projectFolder } from "../../../tools/project";

/** What users read, with the lines as they are in the file. */
export interface Page {
    readonly path: string;
    readonly markdown: string;
}

/** All that is written in Markdown in the project. */
export const pages = (): Page[] =>
    ["", "docs", "examples", "sdk", "tests"].flatMap((folder) =>
        filesIn(folder, folder !== "", ".md").map((path) => ({ path, markdown: textOf(path) })),
    );

/** The docstrings, which are Markdown too: what is not in one of them is blank. */
export const docstrings = (): Page[] =>
    filesIn("provider", true, ".ts").map((path) => ({ path, markdown: commentsIn(textOf(path)) }));

function filesIn(folder: string, recursive: boolean, ending: string): string[] {
    return readdirSync(join(projectFolder, folder), { recursive, encoding: "utf8" })
        .map((file) => join(folder, file))
        .filter((path) => path.endsWith(ending) && !notOurs.test(path))
        .sort();
}

const textOf = (path: string) => readFileSync(join(projectFolder, path), "utf8");

function commentsIn(source: string): string {
    let isComment = false;
    return source
        .split("\n")
        .map((line) => {
            const opened = /^\s*\/\*\*(.*)$/.exec(line);
            if (opened) isComment = true;
            if (!isComment) return "";
            isComment = !line.includes("*/");
            return (opened?.[1] ?? line.replace(/^\s*\* ?/, "")).replace(/ ?\*\/.*$/, "");
        })
        .join("\n");
}
