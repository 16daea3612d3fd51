import type { Rounds } from "../report/results";
import { duration, type Run } from "../run";

export interface Repeated {
    title: string;
    rounds: number;
    /** A first round that does not count fills the caches. What is long can do without. */
    warmUp?: boolean;
}

/** Measures all of `names` in every round, by table and name. Each round begins with another one. */
export async function inRounds<Table extends string, Name extends string>(
    run: Run,
    { title, rounds, warmUp = true }: Repeated,
    names: readonly Name[],
    measure: (order: readonly Name[]) => Promise<Record<Table, Record<Name, number>>>,
): Promise<Record<Table, Rounds>> {
    const results = {} as Record<Table, Rounds>;
    const start = performance.now();
    const first = warmUp ? -1 : 0;
    for (let round = first; round < rounds; round++) {
        const measured = await measure(rotated(names, round - first));
        for (const table of Object.keys(measured) as Table[]) {
            if (round < 0) continue;
            // In the order of the names, whichever began.
            const rows = (results[table] ??= Object.fromEntries(names.map((name) => [name, []])));
            for (const name of names) rows[name]!.push(measured[table][name]);
        }
        const done = round - first + 1;
        const left = rounds - round - 1;
        const secondsARound = (performance.now() - start) / 1000 / done;
        if (left > 0 && secondsARound > 1) {
            const many = left === 1 ? "1 round" : `${left} rounds`;
            run.report(`${title}: ${many} left, about ${duration(left * secondsARound)}`);
        }
    }
    run.report(`${title}: done after ${duration((performance.now() - start) / 1000)}`);
    return results;
}

const rotated = <T>(items: readonly T[], by: number): T[] =>
    items.map((_, i) => items[(i + by) % items.length]!);
