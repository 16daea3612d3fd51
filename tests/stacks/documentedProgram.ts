import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { scratchFolder } from "../../tools/cache";
import { programs } from "../../tools/generate/docs/programs";
import { projectFolder } from "../../tools/project";
import type { Language } from "../../tools/toolchain";
import { TestStack, type FolderStack, type TestStackOptions } from "../support/engine";

/** How a project of a language comes to run another program: that of `examples/<like>`, with the program in `file`. */
interface Project {
    language: Language;
    like: string;
    /** What else of that example the program needs. */
    files: string[];
    file: string;
    /** What of the example names its own program. */
    renamed?: [file: string, from: string, to: string];
}

/** The languages that programs are deployed in, as Pulumi's docs call them. There is no .NET here. */
export const projects: Record<string, Project> = {
    typescript: {
        language: "nodejs",
        like: "typescript",
        files: ["Pulumi.yaml", "package.json", "tsconfig.json"],
        file: "index.ts",
    },
    python: { language: "python", like: "python", files: ["Pulumi.yaml"], file: "__main__.py" },
    go: { language: "go", like: "go", files: ["Pulumi.yaml", "go.mod", "go.sum"], file: "main.go" },
    java: {
        language: "java",
        like: "java",
        files: ["Pulumi.yaml", "pom.xml"],
        file: "src/main/java/myproject/App.java",
        renamed: ["pom.xml", "auroras3access.example.App", "myproject.App"],
    },
    yaml: { language: "yaml", like: "yaml", files: [], file: "Pulumi.yaml" },
};

/** The plugin in this repository, which the other examples name in their own `Pulumi.yaml`. */
const plugin = "plugins:\n  providers:\n    - name: aurora-s3-access\n      path: ../../bin\n";

/** A stack of the program that the docs show of `examples/<example>`, in a project like that of the language's own example. */
export async function documentedProgram(
    example: string,
    language: string,
    options: TestStackOptions,
): Promise<FolderStack> {
    const { like, files, file, renamed } = projects[language]!;
    // As deep in the project as an example, as the paths in the files lead from there.
    const folder = await scratchFolder(`${example}-${like}-`);
    try {
        for (const each of files) await cp(join(projectFolder, "examples", like, each), join(folder, each));
        if (renamed) {
            const [inFile, from, to] = renamed;
            const text = await readFile(join(folder, inFile), "utf8");
            await writeFile(join(folder, inFile), text.replace(from, to));
        }
        const { code } = programs(example).find((program) => program.language === language)!;
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), language === "yaml" ? `${code}${plugin}` : code);
        return await TestStack.fromFolder(folder, options);
    } finally {
        await rm(folder, { recursive: true });
    }
}
