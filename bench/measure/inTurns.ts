import type { Rounds } from "../report/results";
import type { Run } from "../run";
import { inRounds, type Repeated } from "./inRounds";

/** What one turn measures, by table. */
export type Turn<Table extends string> = () => Promise<Record<Table, number>> | Record<Table, number>;

export interface Turns<Table extends string> extends Repeated {
    arms: Record<string, Turn<Table>>;
}

/** Measures each of `arms` in every round. They take turns, so that what else goes on on the machine slows all of them alike. */
export function inTurns<Table extends string>(
    run: Run,
    { arms, ...repeated }: Turns<Table>,
): Promise<Record<Table, Rounds>> {
    return inRounds(run, repeated, Object.keys(arms), async (order) => {
        const measured: Record<string, Record<string, number>> = {};
        for (const name of order) {
            for (const [table, value] of Object.entries<number>(await arms[name]!())) {
                (measured[table] ??= {})[name] = value;
            }
        }
        return measured;
    });
}

/** How long it takes. */
export async function timed(act: () => unknown): Promise<number> {
    const start = performance.now();
    await act();
    return performance.now() - start;
}
