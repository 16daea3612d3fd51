import type { Measured, Rounds } from "./results";

/**
 * The rounds of all runs that measured the same on the same machine: each run is short, and another one makes the intervals narrower.
 * Those of anything else count no more.
 */
export function together(earlier: Measured | undefined, { taken, rounds }: Measured): Measured {
    if (!earlier || !isSame(earlier, { taken, rounds })) return { taken, rounds };
    return {
        taken: { ...taken, runs: earlier.taken.runs + taken.runs },
        rounds: Object.fromEntries(
            Object.entries(rounds).map(([table, rows]) => [table, joined(earlier.rounds[table]!, rows)]),
        ),
    };
}

function isSame(one: Measured, other: Measured): boolean {
    const measured = ({ taken: { machine, versions, sources }, rounds }: Measured) =>
        JSON.stringify([machine, versions, sources, Object.entries(rounds).map(rowsOf)]);
    return measured(one) === measured(other);
}

const rowsOf = ([table, rows]: [string, Rounds]) => [table, Object.keys(rows)];

const joined = (earlier: Rounds, now: Rounds): Rounds =>
    Object.fromEntries(Object.entries(now).map(([row, values]) => [row, [...earlier[row]!, ...values]]));
