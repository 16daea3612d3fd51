/** A table in Markdown. The columns after the first can be of numbers, which line up at the right. */
export function markdownTable(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    { ofNumbers = false }: { ofNumbers?: boolean } = {},
): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
    const rule = head.map((_, column) => (ofNumbers && column > 0 ? "---:" : "---"));
    return [head, rule, ...rows].map(line).join("");
}
