import { s3PolicyDocument, splitLocations } from "../../provider/core";
import { inTurns, timed } from "../measure/inTurns";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";
import { documentSizes } from "../tables";

/** In this process. */
export async function documents(run: Run): Promise<Record<string, Rounds>> {
    const results: Record<string, Rounds> = {};
    for (const n of documentSizes) {
        const locations = Array.from({ length: n }, (_, i) => ({
            bucket: `raw-${i}`,
            objects: [`${i}/*`],
            kmsKeyArn: `arn:aws:kms:us-east-1:123456789012:key/${i}`,
        }));
        const create = () =>
            splitLocations("aurora-mysql", "import", locations).map((pieces) =>
                JSON.stringify(
                    s3PolicyDocument(
                        "aurora-mysql",
                        "import",
                        pieces.map(({ location: { bucket, kmsKeyArn }, objects }) => ({
                            bucket,
                            kmsKeyArn,
                            objects,
                        })),
                        "aws",
                    ),
                ),
            );
        // Short ones are repeated, so that the clock is precise enough and each has been compiled alike.
        const repeats = 10_000 / n;
        const { time } = await inTurns(run, {
            title: `${n} locations`,
            rounds: roundsOf(run, rounds.documents),
            arms: {
                documents: async () => ({
                    time:
                        (await timed(() => {
                            for (let i = 0; i < repeats; i++) create();
                        })) / repeats,
                }),
            },
        });
        results[`locations${n}`] = time;
    }
    return results;
}
