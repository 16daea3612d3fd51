import MarkdownIt from "markdown-it";

/** A part of a changelog in the form of https://keepachangelog.com/en/1.1.0: `## [0.1.0] - 2026-11-27`. */
export interface Entry {
    /** A version, or `Unreleased`. */
    readonly name: string;
    readonly date?: string;
    /** What is below its heading, without the definitions of links. */
    readonly text: string;
}

const heading = /^## \[([^\]]+)\](?: - (\S+))?$/;

/** The entries, in the order of the page; headings of another form are none. */
export function entriesOf(changelog: string): Entry[] {
    const lines = changelog.split("\n");
    const starts = new MarkdownIt()
        .parse(changelog, {})
        .flatMap(({ type, tag, map }) => (type === "heading_open" && tag === "h2" ? [map![0]] : []));
    return starts.flatMap((start, i) => {
        const [, name, date] = heading.exec(lines[start]!) ?? [];
        if (name === undefined) return [];
        const below = lines.slice(start + 1, starts[i + 1]).filter((line) => !/^\[[^\]]+\]: /.test(line));
        return [{ name, date, text: below.join("\n").trim() }];
    });
}
