import { SqlError } from "./sqlError";

export type Cell = string | number;

/** The tables of a database, and the statements about them that MySQL and PostgreSQL write alike. */
export class Tables {
    private readonly tables = new Map<string, Cell[][]>();

    /** The rows that the statement returns; nothing where it is another one. */
    run(statement: string): Cell[][] | undefined {
        const [, created] = /^CREATE TABLE (\w+) \(/.exec(statement) ?? [];
        if (created) {
            this.tables.set(created, []);
            return [];
        }
        const [, emptied] = /^DELETE FROM (\w+)$/.exec(statement) ?? [];
        if (emptied) {
            this.of(emptied).length = 0;
            return [];
        }
        const [, doubled, , from] = /^INSERT INTO (\w+) SELECT (\w+) FROM (\w+)$/.exec(statement) ?? [];
        if (doubled && from) {
            for (const row of [...this.of(from)]) this.of(doubled).push(row);
            return [];
        }
        const [, table, values] = /^INSERT INTO (\w+) VALUES \((.*)\)$/.exec(statement) ?? [];
        if (table && values) {
            this.of(table).push(cells(values));
            return [];
        }
        const [, selected] = /^SELECT \w+(?:, \w+)* FROM (\w+)(?: ORDER BY id)?$/.exec(statement) ?? [];
        return selected ? this.sorted(selected) : undefined;
    }

    add(table: string, rows: Cell[][]): void {
        this.of(table).push(...rows);
    }

    private of(table: string): Cell[][] {
        const rows = this.tables.get(table);
        if (!rows) throw new SqlError(`Table 'test.${table}' doesn't exist`);
        return rows;
    }

    private sorted(table: string): Cell[][] {
        return [...this.of(table)].sort(([a], [b]) => (typeof a === "number" ? a - Number(b) : 0));
    }
}

function cells(values: string): Cell[] {
    const [, text, times] = /^REPEAT\('(.)', (\d+)\)$/.exec(values) ?? [];
    if (text) return [text.repeat(Number(times))];
    return values.split(", ").map((value) => (value.startsWith("'") ? value.slice(1, -1) : Number(value)));
}

export const fromCsv = (text: string): Cell[][] =>
    text
        .trimEnd()
        .split("\n")
        .map((line) => line.split(","))
        .map(([id, name]) => [Number(id), name!]);

export const toCsv = (rows: Cell[][]): string => rows.map((row) => `${row.join(",")}\n`).join("");
