import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import type { Repository } from "../identity";

const markdown = new MarkdownIt({ html: true });

interface Link {
    readonly target: string;
    readonly isPicture: boolean;
    /** The lines of the block that it is in, from the first to the one behind the last. */
    readonly lines: readonly [number, number];
}

/**
 * The page with its relative links and pictures as addresses in the repository, at the tag of the version: for places
 * that know nothing of the files around the page. Addresses at the tags of earlier versions follow, links within the page
 * stay.
 */
export function withAbsoluteLinks(page: string, path: string, repository: Repository): string {
    const lines = page.split("\n");
    for (const link of linksIn(page)) {
        const address = addressOf(link, path, repository);
        for (let i = link.lines[0]; i < link.lines[1]; i++) {
            lines[i] = withAddress(lines[i]!, link.target, address);
        }
    }
    const text = lines.join("\n");
    const left = linksIn(text).find((link) => addressOf(link, path, repository) !== link.target);
    if (left === undefined) return text;
    throw new Error(
        `${path}:${left.lines[0] + 1}: the link to ${left.target} is not written as [text](target), so it cannot be made absolute.`,
    );
}

function addressOf({ target, isPicture }: Link, path: string, repository: Repository): string {
    const [, ofEarlierVersion] = ownAddress.exec(target) ?? [];
    const isElsewhere = /^([a-z]+:|#)/.test(target);
    if (isElsewhere && ofEarlierVersion === undefined) return target;
    const file = ofEarlierVersion ?? posix.join(posix.dirname(path), target);
    return isPicture ? repository.raw(file) : repository.page(file);
}

/** The address of a file at the tag of any version, in this repository or in one that the project had before. */
const ownAddress =
    /^https:\/\/(?:github\.com\/[^/]+\/[^/]+\/blob|raw\.githubusercontent\.com\/[^/]+\/[^/]+)\/v[^/]+\/((?:docs|examples|sdk)\/.*|[A-Z]+\.md.*)$/;

function withAddress(line: string, target: string, address: string): string {
    const link = new RegExp(`(\\]\\(|\\b(?:href|src)=")${escaped(target)}(?=["\\s)])`, "g");
    return line.replace(link, (_, start: string) => start + address);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function linksIn(page: string): Link[] {
    let lines: [number, number] = [0, 0];
    return markdown.parse(page, {}).flatMap(({ map, children, type, content }) => {
        // The cells of a table do not say where they are: their row does.
        if (map) lines = map;
        const found = type === "html_block" ? htmlLinksIn(content) : [];
        for (const child of children ?? []) {
            const [href, src] = [child.attrGet("href"), child.attrGet("src")];
            if (child.type === "html_inline") found.push(...htmlLinksIn(child.content));
            if (href !== null) found.push({ target: String(href), isPicture: false });
            if (src !== null) found.push({ target: String(src), isPicture: true });
        }
        return found.map((link) => ({ ...link, lines }));
    });
}

const htmlLinksIn = (html: string) =>
    [...html.matchAll(/\b(href|src)="([^"]*)"/g)].map(([, attribute, target]) => ({
        target: target!,
        isPicture: attribute === "src",
    }));
