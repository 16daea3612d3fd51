import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GithubSlugger from "github-slugger";
import { identity } from "../../tools/identity";
import { projectFolder } from "../../tools/project";
import { docstrings, pages, type Page } from "./support/pages";
import { markdown } from "./support/snippets";

interface Link {
    line: number;
    target: string;
}

/** The links of a page, those in HTML too. */
function linksIn({ markdown: text }: Page): Link[] {
    let line = 1;
    return markdown.parse(text, {}).flatMap(({ map, children, type, content }) => {
        // The cells of a table do not say where they are: their row does.
        if (map) line = map[0] + 1;
        const written = type === "html_block" ? htmlLinks(content) : [];
        const inline = (children ?? []).flatMap((child) =>
            child.type === "html_inline"
                ? htmlLinks(child.content)
                : [child.attrGet("href") ?? child.attrGet("src")].filter(
                      (target) => typeof target === "string",
                  ),
        );
        return [...written, ...inline].map((target) => ({ line, target }));
    });
}

const htmlLinks = (html: string) =>
    [...html.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].map(([, target]) => target!);

/** The anchors that GitHub gives the headings of a page, and those that it has in HTML. */
function anchorsIn(text: string): Set<string> {
    const slugger = new GithubSlugger();
    const tokens = markdown.parse(text, {});
    const headings = tokens.flatMap(({ type }, i) =>
        type === "heading_open"
            ? [(tokens[i + 1]!.children ?? []).map(({ content }) => content).join("")]
            : [],
    );
    const written = [...text.matchAll(/<a (?:id|name)="([^"]*)"/g)].map(([, anchor]) => anchor!);
    return new Set([...headings.map((heading) => slugger.slug(heading)), ...written]);
}

/** Where the pages of the repository are, once there is one: the Registry's pages link to them so. */
const repositoryPages = identity.repository?.page("") ?? "";

const known = new Map<string, Set<string>>();

/** The same, once for each page. */
function anchorsOf({ path, markdown: text }: Page): Set<string> {
    const anchors = known.get(path) ?? anchorsIn(text);
    known.set(path, anchors);
    return anchors;
}

/** What is wrong with a link of a page, if anything is. */
function wrongWith(page: Page, address: string, all: readonly Page[]): string | undefined {
    const target = repositoryPages === "" ? address : address.replace(repositoryPages, "/");
    if (/^[a-z]+:/.test(target)) return target.startsWith("http:") ? "is not over https" : undefined;
    const [file = "", anchor] = target.split("#");
    const from = file.startsWith("/") ? "." : dirname(page.path);
    const path = file === "" ? page.path : normalize(join(from, decodeURIComponent(file)));
    const linked = all.find((each) => each.path === path);
    if (linked === undefined && !existsSync(join(projectFolder, path)))
        return "is to a file that does not exist";
    if (anchor === undefined) return undefined;
    if (linked === undefined) return "is to a part of what is not Markdown";
    return anchorsOf(linked).has(anchor) ? undefined : "is to a heading that does not exist";
}

describe("a link in", () => {
    const all = pages();
    for (const page of [...all, ...docstrings()]) {
        const links = linksIn(page);
        if (links.length === 0) continue;
        it(`${page.path} leads somewhere`, () => {
            const wrong = links.flatMap(({ line, target }) => {
                const reason = wrongWith(page, target, all);
                return reason === undefined ? [] : [`${page.path}:${line}: ${target} ${reason}`];
            });
            assert.deepEqual(wrong, []);
        });
    }

    it("a page is wrong if its file, its heading or its encryption is missing", () => {
        const page = { path: "docs/a.md", markdown: "# A `b` c\n\n<a id='x'></a>" };
        const wrong = ["b.md", "#a-b-c", "#a-b", "../README.md#nothing", "../docs#a", "http://example.com"];
        assert.deepEqual(
            wrong.map((target) => wrongWith(page, target, [page, ...all])),
            [
                "is to a file that does not exist",
                undefined,
                "is to a heading that does not exist",
                "is to a heading that does not exist",
                "is to a part of what is not Markdown",
                "is not over https",
            ],
        );
    });
});
