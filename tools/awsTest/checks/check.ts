export type Engine = "mysql" | "postgresql";

/** What must come out of a statement. */
export type Expected =
    /** The rows of the table `orders`. */
    | { rows: Row[] }
    /** The objects, each with its whole content or with a part of it. */
    | { objects: Record<string, string | RegExp> }
    /** Objects of this size together, whose names begin with the prefix. */
    | { prefix: string; bytes: number }
    /** An error: nothing is read, and no object of this key is written. */
    | { denied: string };

export type Value = string | number | boolean | null;
export type Row = Value[];

/** A statement, and what must come out of it. */
export interface Check {
    title: string;
    engine: Engine;
    /** The objects that are in the bucket before. */
    given?: Record<string, string>;
    /** The rows of the table `orders` before. */
    rows?: Row[];
    statement: string;
    expected: Expected;
    /** It takes long, so that it runs once. */
    once?: boolean;
}

export const first: Row[] = [
    [1, "anna"],
    [2, "bert"],
];
export const second: Row[] = [[3, "carl"]];

export const csv = (rows: Row[]): string => rows.map((row) => `${row.join(",")}\n`).join("");

/** The rows of the table `large`, each of this many bytes with the end of its line. */
export const lineLength = 1001;
