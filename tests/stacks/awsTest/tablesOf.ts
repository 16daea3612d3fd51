/** The cells of each Markdown table, with its head, without the line below it. */
export function tablesOf(text: string): string[][][] {
    const tables: string[][][] = [];
    let isIn = false;
    for (const line of text.split("\n")) {
        const isRow = line.startsWith("| ");
        if (isRow && !isIn) tables.push([]);
        if (isRow && !line.startsWith("| ---")) tables.at(-1)!.push(line.slice(2, -2).split(" | "));
        isIn = isRow;
    }
    return tables;
}
