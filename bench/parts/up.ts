import { CreateDBClusterCommand } from "@aws-sdk/client-rds";
import { Cli } from "../measure/cli";
import { inRounds } from "../measure/inRounds";
import { type Arm, arms, makePrograms, makeStack } from "../measure/programs";
import { type Sliced, timeInSlices } from "../measure/slices";
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
    programs: Record<Arm, string>;
}

async function updates<Size extends number>(
    run: Run,
    sizes: readonly Size[],
    many: Record<Size, number>,
    settings: Record<string, string>,
): Promise<Record<string, Rounds>> {
    const started: Cli[] = [];
    try {
        const places = {} as Record<Arm, Place>;
        for (const arm of arms) {
            const cli = await Cli.start("nodejs", settings);
            started.push(cli);
            places[arm] = { cli, programs: await makePrograms(cli) };
        }
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
    const commands = {} as Record<Arm, Sliced>;
    const remove: (() => Promise<void>)[] = [];
    for (const arm of arms) {
        const { cli, programs } = places[arm];
        await emptyAccount(cli, count);
        const stack = await makeStack(cli, programs, arm, count, "strings");
        commands[arm] = { start: () => cli.up(stack), uses: [cli.aws.pid] };
        remove.push(() => cli.removeStack(stack));
    }
    const times = await timeInSlices(commands, order);
    for (const each of remove) await each();
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
