/** A file of the release, or a check that is about none. */
export interface Row {
    name: string;
    bytes?: number;
    contents: string;
    /** What was checked, in the order of the checks. Those of several files of one artefact stand in the row of the first. */
    passed: string[];
    failed: string[];
    /** With the reason. */
    notRun?: string[];
}

/** The rows as they are printed, in columns. */
export function table(rows: readonly Row[]): string {
    const cells = rows.map((row) => [row.name, size(row.bytes), row.contents, outcome(row)]);
    const lines = [["artefact", "size", "contents", "checks"], ...cells];
    const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
    const padded = ([name, bytes, contents, checks]: string[]) =>
        [name!.padEnd(widths[0]!), bytes!.padStart(widths[1]!), contents!.padEnd(widths[2]!), checks!].join(
            "  ",
        );
    return lines.map((line) => padded(line).trimEnd()).join("\n");
}

function outcome({ passed, failed, notRun = [] }: Row): string {
    const parts = [
        ...(failed.length > 0 ? [`FAILED: ${failed.join(", ")}`] : []),
        ...(passed.length > 0 ? [`passed: ${passed.join(", ")}`] : []),
        ...(notRun.length > 0 ? [`NOT RUN: ${notRun.join(", ")}`] : []),
    ];
    return parts.join("; ");
}

/** As package managers print it: in powers of ten. */
export function size(bytes: number | undefined): string {
    if (bytes === undefined) return "";
    if (bytes < 1000) return `${bytes} B`;
    if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`;
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
