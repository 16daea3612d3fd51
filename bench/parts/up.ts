import { CreateDBClusterCommand } from "@aws-sdk/client-rds";
import { Cli } from "../measure/cli";
import { inTurns } from "../measure/inTurns";
import { arms, makePrograms, makeStack } from "../measure/programs";
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

async function updates<Size extends number>(
    run: Run,
    sizes: readonly Size[],
    many: Record<Size, number>,
    settings: Record<string, string>,
): Promise<Record<string, Rounds>> {
    const cli = await Cli.start("nodejs", settings);
    try {
        const programs = await makePrograms(cli);
        const results: Record<string, Rounds> = {};
        for (const count of sizesOf(run, sizes)) {
            const turns = arms.map((arm) => {
                const turn = async () => {
                    await emptyAccount(cli, count);
                    const stack = await makeStack(cli, programs, arm, count, "strings");
                    const time = await cli.timeUp(stack);
                    await cli.removeStack(stack);
                    return { time };
                };
                return [arm, turn] as const;
            });
            const { time } = await inTurns(run, {
                title: `${count} components`,
                rounds: roundsOf(run, many[count]),
                arms: Object.fromEntries(turns),
                warmUp: count === 1,
            });
            results[`up${count}`] = time;
        }
        return results;
    } finally {
        await cli.stop();
    }
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
