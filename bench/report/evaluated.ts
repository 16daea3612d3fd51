import { type Growth, growth } from "../statistics/growth";
import { type Estimate, geometricMean, median } from "../statistics/interval";
import { ratioOf } from "../statistics/ratio";
import { type Goal, type Verdict, verdict } from "../statistics/verdict";
import type { PartTables, Table } from "../tables";
import type { Rounds } from "./results";

export interface EvaluatedRow {
    label: string;
    median: number;
    least: number;
    most: number;
    /** The row that it is compared with. */
    of?: string;
    /** Of the ratio to that row, or else of the value itself. */
    estimate?: Estimate;
    goal?: Goal;
    verdict?: Verdict;
}

/** What the rounds of a table say. Rows without rounds are left out. */
export function evaluated({ rows }: Table, rounds: Rounds): EvaluatedRow[] {
    return Object.entries(rows).flatMap(([name, { label, of, goal }]) => {
        const numbers = rounds[name];
        if (!numbers?.length) return [];
        const row = {
            label,
            median: median(numbers),
            least: Math.min(...numbers),
            most: Math.max(...numbers),
        };
        if (of === undefined && goal === undefined) return [row];
        const estimate = of === undefined ? geometricMean(numbers) : ratioOf(rounds, name, of);
        return [
            {
                ...row,
                ...(of !== undefined && { of }),
                estimate,
                ...(goal && { goal, verdict: verdict(estimate, goal) }),
            },
        ];
    });
}

export interface EvaluatedGrowth extends Growth {
    label: string;
    /** The label of the row that it is compared with. */
    of?: string;
}

/** The growth of each row over the `n` of the tables of a part. */
export function grown({ tables, grows }: PartTables, measured: Record<string, Rounds>): EvaluatedGrowth[] {
    const sized = Object.entries(tables).filter(([name, { n = 0 }]) => n >= grows!.from && measured[name]);
    const rows = sized[0]?.[1].rows ?? {};
    return Object.entries(rows).flatMap(([row, { label, of }]) => {
        const points = sized.flatMap(([name, { n }]) => {
            const rounds = measured[name]!;
            return (rounds[row] ?? []).map((value, i) => ({
                n: n!,
                value,
                ...(of !== undefined && { of: rounds[of]![i]! }),
            }));
        });
        const ns = new Set(points.map(({ n }) => n));
        return ns.size < 3
            ? []
            : [{ label, ...(of !== undefined && { of: rows[of]!.label }), ...growth(points) }];
    });
}

/** What each one more adds to the rows of a table that are named by how many there were. */
export function added({ over }: Table, rounds: Rounds): Estimate | undefined {
    if (over === undefined) return undefined;
    const points = Object.entries(rounds).flatMap(([row, values]) =>
        Number(row) >= over.from ? values.map((value) => ({ n: Number(row), value })) : [],
    );
    return new Set(points.map(({ n }) => n)).size < 3 ? undefined : growth(points).perUnit;
}
