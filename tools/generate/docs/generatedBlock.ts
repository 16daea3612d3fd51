/** The page with `shown` between the markers of what has this name, as Prettier would not leave it. */
export function withGenerated(page: string, name: string, shown: string): string {
    const start = `<!-- ${name}: generated -->`;
    const end = "<!-- end -->";
    const [before, ...rest] = page.split(start);
    if (rest.length === 0) return page;
    const [, ...after] = rest.join(start).split(end);
    if (rest.length > 1 || after.length === 0) {
        throw new Error(`One "${start}" is expected, with a "${end}" after it.`);
    }
    const block = `<!-- prettier-ignore-start -->\n\n${shown}\n<!-- prettier-ignore-end -->`;
    return `${before}${start}\n${block}\n${end}${after.join(end)}`;
}
