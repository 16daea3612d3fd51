import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import type { AuroraEngine } from "../../../provider";
import { createCluster } from "../../support/emulator/builders";
import type { Emulator } from "../../support/emulator/emulator";
import { describeSteps } from "../../support/engine";
import { useInlineStacks } from "../inlineStacks";
import { inAws, salesOf, type Made } from "./sales";

/** Something that is changed by hand, and what comes of it. */
export interface Drift {
    byHand: string;
    engine?: AuroraEngine;
    change: (made: Made, emulator: Emulator) => Promise<unknown>;
    /** Each step of the refresh. */
    found: string[];
    /** Each step of the update after it. */
    mended: string[];
    /** Whether it stays as it was changed, as it is none of ours. */
    stays?: true;
}

/**
 * Deploys an access, changes something by hand, and claims that a refresh finds just that, that the update after it puts it
 * right, that AWS has again what it had before, and that nothing is left to change.
 */
export function claimDrifts(tables: Record<string, readonly Drift[]>): void {
    describe("drift", () => {
        const { aws, duringStack } = useInlineStacks();
        const drifts = Object.values(tables).flat();
        const seenOf = async (drift: Drift) => {
            const { engine = "aurora-mysql" } = drift;
            const DBClusterIdentifier = `cluster-${drifts.indexOf(drift)}`;
            await createCluster(aws().aws, { DBClusterIdentifier, Engine: engine });
            try {
                return await duringStack("drift", salesOf(DBClusterIdentifier, engine), async (stack) => {
                    const made = (await stack.up()).outputs as unknown as Made;
                    const before = await inAws(aws(), made);
                    await drift.change(made, aws());
                    const wanted = drift.stays ? await inAws(aws(), made) : before;
                    const [refresh, up] = [await stack.refresh(), await stack.up()];
                    const after = await inAws(aws(), up.outputs as unknown as Made);
                    return { refresh, up, after, wanted, preview: await stack.preview() };
                });
            } finally {
                await aws().aws.rds.send(
                    new DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true }),
                );
            }
        };

        for (const [about, table] of Object.entries(tables)) {
            describe(about, () => {
                for (const drift of table) {
                    it(drift.byHand, async () => {
                        const { refresh, up, after, wanted, preview } = await seenOf(drift);
                        assert.deepEqual(describeSteps(refresh), drift.found, "the refresh");
                        assert.deepEqual(describeSteps(up), drift.mended, "the update");
                        assert.deepEqual(after, wanted, "AWS");
                        assert.deepEqual(describeSteps(preview), [], "the preview after it");
                    });
                }
            });
        }
    });
}
