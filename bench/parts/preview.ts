import { Cli } from "../measure/cli";
import { inRounds } from "../measure/inRounds";
import { outputCount } from "../measure/outputCount";
import { type Arm, arms, byArm, makeProgram, makeStack } from "../measure/programs";
import { assertSameResources } from "../measure/sameResources";
import { timeInSlices } from "../measure/slices";
import type { Inputs } from "../programs/args";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run, sizesOf } from "../run";
import { previewSizes } from "../tables";

/** From outside, as a user calls it. It requires the library as built. */
export async function preview(run: Run): Promise<Record<string, Rounds>> {
    const cli = await Cli.start("nodejs");
    try {
        await cli.installPlugin();
        const programs = await byArm((arm) => makeProgram(arm, cli.folder));
        const results: Record<string, Rounds> = {};
        for (const count of sizesOf(run, previewSizes)) {
            const table = `strings${count}`;
            results[table] = await previews(cli, run, programs, count, "strings", rounds.preview[count]);
        }
        results.outputs100 = await previews(
            cli,
            run,
            programs,
            run.quick ? 2 : 100,
            "outputs",
            rounds.previewOfOutputs,
        );
        results.countStrings = await outputCount("strings");
        results.countOutputs = await outputCount("outputs");
        return results;
    } finally {
        await cli.stop();
    }
}

async function previews(
    cli: Cli,
    run: Run,
    programs: Record<Arm, string>,
    count: number,
    inputs: Inputs,
    many: number,
): Promise<Rounds> {
    const stacks = await byArm((arm) => makeStack(cli, programs[arm], arm, count, inputs));
    if (count < 100) {
        const [first, ...others] = await Promise.all(arms.map((arm) => cli.previewed(stacks[arm])));
        assertSameResources(first!, ...others);
    }
    const repeated = {
        title: `${count} from ${inputs}`,
        rounds: roundsOf(run, many),
        warmUp: count === 1,
    };
    const { time } = await inRounds(run, repeated, arms, async (order) => ({
        time: await timeInSlices(order, (arm) => ({ start: () => cli.preview(stacks[arm]) })),
    }));
    return time;
}
