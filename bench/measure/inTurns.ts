import type { Rounds } from "../report/results";
import { duration, type Run } from "../run";

/** What one turn measures, by table. */
export type Turn<Table extends string> = () => Promise<Record<Table, number>> | Record<Table, number>;

export interface Turns<Table extends string> {
    title: string;
    rounds: number;
    arms: Record<string, Turn<Table>>;
    /** A first round that does not count fills the caches. What is long can do without. */
    warmUp?: boolean;
}

/**
 * Measures each of `arms` in every round. They take turns, so that what else goes on on the machine slows all of them alike, and each
 * round begins with another one.
 */
export async function inTurns<Table extends string>(
    run: Run,
    { title, rounds, arms, warmUp = true }: Turns<Table>,
): Promise<Record<Table, Rounds>> {
    const results = {} as Record<Table, Rounds>;
    const names = Object.keys(arms);
    const start = performance.now();
    const first = warmUp ? -1 : 0;
    for (let round = first; round < rounds; round++) {
        for (const name of rotated(names, round - first)) {
            const measured = await arms[name]!();
            if (round < 0) continue;
            for (const [table, value] of Object.entries(measured) as [Table, number][]) {
                // In the order of the arms, whichever began.
                results[table] ??= Object.fromEntries(names.map((each) => [each, []]));
                results[table][name]!.push(value);
            }
        }
        const done = round - first + 1;
        const left = rounds - round - 1;
        const secondsARound = (performance.now() - start) / 1000 / done;
        if (left > 0 && secondsARound > 1) {
            run.report(`${title}: ${left} rounds left, about ${duration(left * secondsARound)}`);
        }
    }
    run.report(`${title}: done after ${duration((performance.now() - start) / 1000)}`);
    return results;
}

const rotated = <T>(items: readonly T[], by: number): T[] =>
    items.map((_, i) => items[(i + by) % items.length]!);

/** How long it takes. */
export async function timed(act: () => unknown): Promise<number> {
    const start = performance.now();
    await act();
    return performance.now() - start;
}
