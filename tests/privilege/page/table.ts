/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}

/** `1, 2 and 3`, each as code. */
export const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** 12345 as 12,345. */
export const count = (number: number): string => number.toLocaleString("en-US");
