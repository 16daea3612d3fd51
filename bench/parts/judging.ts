import { findMistakes } from "../../provider/validation/findMistakes";
import { inTurns, timed } from "../measure/inTurns";
import { largeInputs } from "../measure/largeInputs";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";

/** In this process. */
export async function judging(run: Run): Promise<Record<string, Rounds>> {
    const inputs = Object.entries(largeInputs).map(([name, given]) => [
        name,
        async () => ({ time: await timed(() => findMistakes(given)) }),
    ]);
    const { time } = await inTurns(run, {
        title: "large inputs",
        rounds: roundsOf(run, rounds.judging),
        arms: Object.fromEntries(inputs) as Record<string, () => Promise<{ time: number }>>,
    });
    return Object.fromEntries(Object.entries(time).map(([name, numbers]) => [name, { judging: numbers }]));
}
