import MarkdownIt from "markdown-it";
import type { Page } from "./pages";

/** A fenced block of code in a page. */
export interface Snippet {
    readonly page: string;
    /** The line of the page before the first one of the code. */
    readonly line: number;
    readonly language: string;
    readonly code: string;
    /** What the page takes as given: code in a comment before the block, which is not shown. */
    readonly given: string;
    /** The inputs that the messages in the block are told of, each in YAML. */
    readonly toldOf: readonly string[];
    /** Why the block is not compiled, if it is not: it is of something else. */
    readonly notCompiled?: string;
}

export const markdown = new MarkdownIt({ html: true });

export function snippetsIn({ path, markdown: text }: Page): Snippet[] {
    const tokens = markdown.parse(text, {});
    return tokens.flatMap(({ type, map, info, content }, i) => {
        if (type !== "fence") return [];
        const before = tokens[i - 1];
        const comment = before?.type === "html_block" ? before.content : "";
        const [, given = ""] = /<!-- given\n([^]*?)-->/.exec(comment) ?? [];
        const [, notCompiled] = /<!-- not compiled: (.+?) -->/.exec(comment) ?? [];
        const toldOf = [...comment.matchAll(/^told of (.+)$/gm)].map(([, inputs]) => inputs!);
        return [
            {
                page: path,
                line: map![0] + 1,
                language: info.trim(),
                code: content,
                given,
                toldOf,
                notCompiled,
            },
        ];
    });
}

/** Those of one language that are compiled: not the signatures that TypeDoc shows. */
export const snippetsOf = (pages: readonly Page[], ...languages: string[]): Snippet[] =>
    pages
        .filter(({ path }) => !path.startsWith("docs/api/"))
        .flatMap(snippetsIn)
        .filter(({ language, notCompiled }) => languages.includes(language) && notCompiled === undefined);

/** The place in a page of a line of a snippet, counted from 1. */
export const placeOf = ({ page, line }: Snippet, lineOfCode = 1): string => `${page}:${line + lineOfCode}`;

/** A snippet with this code, from the fourth line of a page on. */
export const snippetFrom = (language: string, code: string): Snippet =>
    snippetsIn({ path: "page.md", markdown: `# Title\n\n\`\`\`${language}\n${code}\n\`\`\`\n` })[0]!;
