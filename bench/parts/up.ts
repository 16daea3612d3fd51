import { CreateDBClusterCommand } from "@aws-sdk/client-rds";
import { Cli } from "../measure/cli";
import { inTurns } from "../measure/inTurns";
import { arms, makePrograms, makeStack } from "../measure/programs";
import { clusterOf } from "../programs/args";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run, sizesOf } from "../run";
import { upSizes } from "../tables";

/** From outside, as a user calls it. It requires the library as built. */
export async function up(run: Run): Promise<Record<string, Rounds>> {
    const cli = await Cli.start("nodejs");
    try {
        const programs = await makePrograms(cli);
        const results: Record<string, Rounds> = {};
        for (const count of sizesOf(run, upSizes)) {
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
                rounds: roundsOf(run, rounds.up[count]),
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
