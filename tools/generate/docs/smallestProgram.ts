import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../project";
import { withGenerated } from "./generatedBlock";
import { programs, type Program } from "./programs";

/** The pages that show the smallest program between the markers, and how. */
const pages: Record<string, (programs: Program[]) => string> = {
    "README.md": details,
    "docs/_index.md": chooser,
    "docs/installation-configuration.md": chooser,
};

/** Writes the smallest program in each language into the pages below `folder`. */
export async function writeSmallestProgram(folder: string): Promise<void> {
    for (const [page, form] of Object.entries(pages)) {
        const source = join(projectFolder, page);
        const text = withGenerated(
            await readFile(source, "utf8"),
            "smallest program",
            form(programs("smallest")),
        );
        await mkdir(dirname(join(folder, page)), { recursive: true });
        await writeFile(join(folder, page), text);
    }
}

/** For GitHub: each language can be opened, and the first is. */
export function details(programs: Program[]): string {
    return programs
        .map(
            (program, i) =>
                `<details${i === 0 ? " open" : ""}>\n<summary>${program.title}</summary>\n\n${fenced(program)}\n</details>\n`,
        )
        .join("\n");
}

/** For the Pulumi Registry: the page shows the language that was chosen. */
export function chooser(programs: Program[]): string {
    const languages = programs.map(({ language }) => language).join();
    const choices = programs.map(
        (program) =>
            `{{% choosable language ${program.language} %}}\n\n${fenced(program)}\n{{% /choosable %}}\n`,
    );
    return [`{{< chooser language "${languages}" >}}\n`, ...choices, "{{< /chooser >}}\n"].join("\n");
}

const fenced = ({ fence, code }: Program) => `\`\`\`${fence}\n${code}\`\`\`\n`;
