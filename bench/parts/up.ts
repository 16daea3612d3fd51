import { CreateDBClusterCommand } from "@aws-sdk/client-rds";
import { Cli } from "../measure/cli";
import { inRounds } from "../measure/inRounds";
import { type Arm, arms, byArm, makeProgram, makeStack } from "../measure/programs";
import { timeInSlices } from "../measure/slices";
import { clusterOf } from "../programs/args";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run, sizesOf } from "../run";
import { unsavedSizes, upSizes } from "../tables";

/** From outside, as a user calls it. It requires the library as built. */
export const up = (run: Run) => updates(run, upSizes, rounds.up, {});

/** Without what the engine writes at each step: https://www.pulumi.com/docs/iac/cli/environment-variables */
export const checkpoints = (run: Run) =>
    updates(run, unsavedSizes, rounds.checkpoints, {
        PULUMI_EXPERIMENTAL: "true",
        PULUMI_SKIP_CHECKPOINTS: "true",
    });

/** Each program has an AWS of its own, as they run at the same time. */
interface Place {
    cli: Cli;
    program: string;
}

async function updates<Size extends number>(
    run: Run,
    sizes: readonly Size[],
    many: Record<Size, number>,
    settings: Record<string, string>,
): Promise<Record<string, Rounds>> {
    const started: Cli[] = [];
    try {
        const places = await byArm(async (arm): Promise<Place> => {
            const cli = await Cli.start("nodejs", settings);
            started.push(cli);
            if (arm === "plugin") await cli.installPlugin();
            return { cli, program: await makeProgram(arm, cli.folder) };
        });
        const results: Record<string, Rounds> = {};
        for (const count of sizesOf(run, sizes)) {
            const repeated = {
                title: `${count} components`,
                rounds: roundsOf(run, many[count]),
                warmUp: count === 1,
            };
            const { time } = await inRounds(run, repeated, arms, async (order) => ({
                time: await timeUpdates(places, count, order),
            }));
            results[`up${count}`] = time;
        }
        return results;
    } finally {
        for (const cli of started) await cli.stop();
    }
}

/** Each into an empty account and a new stack. */
async function timeUpdates(
    places: Record<Arm, Place>,
    count: number,
    order: readonly Arm[],
): Promise<Record<Arm, number>> {
    const stacks = await byArm(async (arm) => {
        const { cli, program } = places[arm];
        await emptyAccount(cli, count);
        return makeStack(cli, program, arm, count, "strings");
    });
    const times = await timeInSlices(order, (arm) => {
        const { cli } = places[arm];
        return { start: () => cli.up(stacks[arm]), uses: [cli.aws.pid] };
    });
    await byArm((arm) => places[arm].cli.removeStack(stacks[arm]));
    return times;
}

/** But for the clusters that get the roles. */
async function emptyAccount({ aws }: Cli, clusters: number): Promise<void> {
    await aws.reset();
    for (let i = 0; i < clusters; i++) {
        await aws.aws.rds.send(
            new CreateDBClusterCommand({
                DBClusterIdentifier: clusterOf(i),
                Engine: "aurora-mysql",
                MasterUsername: "admin",
                MasterUserPassword: "only-in-the-emulator",
            }),
        );
    }
}
