import { cpus, totalmem } from "node:os";

export interface Section {
    title: string;
    rows: Row[];
}

interface Row {
    label: string;
    value: string;
    range?: string;
    ratio?: string;
    goal?: string;
}

/** How many times as much it is as what it is compared with, and whether that is little enough, where there is a goal. */
export const atMost = (ratio: number, goal?: number) => ({
    ratio: `${ratio.toFixed(2)}x`,
    ...(goal && { goal: `at most ${goal}x: ${ratio <= goal ? "reached" : "MISSED"}` }),
});

/** How many times as much of it the others need, and whether that is much enough, where there is a goal. */
export const atLeast = (ratio: number, goal?: number) => ({
    ratio: `${ratio.toFixed(1)}x`,
    ...(goal && { goal: `at least ${goal}x: ${ratio >= goal ? "reached" : "MISSED"}` }),
});

export function printTable(sections: readonly Section[]): void {
    const rows = sections.flatMap((section) => section.rows);
    const width = (column: keyof Row) => Math.max(...rows.map((row) => (row[column] ?? "").length));
    for (const { title, rows } of sections) {
        console.log(`\n${title}`);
        for (const { label, value, range = "", ratio = "", goal = "" } of rows) {
            const cells = [label.padEnd(width("label")), value.padStart(width("value"))];
            if (width("range") > 0) cells.push(range.padEnd(width("range")));
            console.log(`  ${[...cells, ratio.padStart(width("ratio")), goal].join("   ").trimEnd()}`);
        }
    }
}

/** What the numbers were taken on. */
export function machine(): string {
    const [processor] = cpus();
    const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
    return `${process.platform}, ${cpus().length} x ${processor?.model.trim()}, ${memory}, Node.js ${process.version}`;
}
