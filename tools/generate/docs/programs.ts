import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../project";

/** A whole program in one language, as the docs show it. */
export interface Program {
    /** As Pulumi's docs call the language. */
    readonly language: string;
    readonly title: string;
    /** As the Markdown files of this repository name it after the fence. */
    readonly fence: string;
    readonly code: string;
}

const languages = [
    { language: "typescript", title: "TypeScript", fence: "ts", file: "index.ts" },
    { language: "python", title: "Python", fence: "python", file: "__main__.py" },
    { language: "go", title: "Go", fence: "go", file: "main.go" },
    { language: "csharp", title: "C#", fence: "csharp", file: "Program.cs" },
    { language: "java", title: "Java", fence: "java", file: "App.java" },
    { language: "yaml", title: "YAML", fence: "yaml", file: "Pulumi.yaml" },
];

/** The same program in each language, from the files of a folder of `examples`, which tests deploy. */
export function programs(example: string): Program[] {
    return languages.map(({ file, ...language }) => ({
        ...language,
        code: readFileSync(join(projectFolder, "examples", example, file), "utf8"),
    }));
}
