import { setTimeout as sleep } from "node:timers/promises";
import { currentAws } from "./aws";
import type { Deployment } from "./deploy/deployment";
import { leftovers } from "./deploy/leftovers";
import type { RunRecord, Runs } from "./deploy/runs";
import { onInterruption } from "./interruption";
import { say } from "./say";
import { toldError, type Pace } from "./tryOut";

/** Destroys the stack, and looks into AWS whether all is gone. If not, the state stays, and the user is told what to do. */
export async function destroy(
    record: RunRecord,
    deployment: Deployment,
    { runs, pace }: { runs: Runs; pace: Pace },
): Promise<boolean> {
    say(`\nDeleting ${record.name} ...`);
    let isInterrupted = false;
    const interruption = onInterruption(() => {
        say("Interrupted while deleting.");
        isInterrupted = true;
        deployment.interrupt();
    });
    try {
        await deployment.destroy().catch((error: Error) => {
            if (isInterrupted) throw error;
            say(`Trying again, as not everything could be deleted: ${toldError(error)}`);
            return deployment.destroy();
        });
        const left = await leftAfterAll(record, pace);
        if (left.length > 0) throw new Error(`AWS still has: ${left.join(", ")}`);
        await runs.end(record);
        say(`Deleted ${record.name}. Its KMS key is scheduled for deletion in 7 days.`);
        return true;
    } catch (error) {
        say(notDeleted(record, deployment, toldError(error)));
        return false;
    } finally {
        interruption.end();
    }
}

/** IAM goes on to list for a while what is gone already. */
async function leftAfterAll({ name, region }: RunRecord, { pause }: Pace): Promise<string[]> {
    const aws = await currentAws(region);
    for (let attempt = 1; ; attempt++) {
        const left = await leftovers(name, aws);
        if (left.length === 0 || attempt === 6) return left;
        await sleep(pause);
    }
}

function notDeleted({ name, region }: RunRecord, { byHand }: Deployment, error: string): string {
    return `
NOT EVERYTHING WAS DELETED, AND IT COSTS MONEY: ${error}

Try again:
npm run test:aws -- --destroy --yes

Or destroy the stack by hand:
${byHand}

Or delete in ${region} whatever has the tag aurora-s3-access-test=${name}, or a name that begins with ${name}: the DB instances, the
DB clusters, the DB subnet group, the DB cluster parameter group, the bucket, the VPC endpoint, the subnets, the VPC, the roles and policies
with the path /${name}/, and the KMS key.
`;
}
