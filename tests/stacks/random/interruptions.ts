import assert from "node:assert/strict";
import { clustersOf, type Component } from "./component";
import { interrupted } from "./exceptions";
import { probesOf } from "./probes";
import { Replay } from "./replay";
import type { Updated } from "./update";

/** At no step of an update can a cluster do less than what it can do before it and after it. */
export function claimNoInterruption({ before, after, deployed, changed }: Updated): void {
    const edited = { before: before.configuration, after: after.configuration };
    const starts = interrupted(edited).map((purpose) => policyNameOf(before, purpose));
    // What only these policies granted is not missed.
    const isMissed = (name: string) => starts.some((start) => name.startsWith(start));
    const clusters = namedInBoth(before.configuration, after.configuration);
    const probes = [...probesOf(before.configuration), ...probesOf(after.configuration)];
    for (const cluster of clusters) {
        const replay = new Replay();
        deployed.forEach((call) => replay.apply(call));
        const moments = [replay.grantsOf(cluster, probes, isMissed)];
        for (const call of changed) {
            replay.apply(call);
            moments.push(replay.grantsOf(cluster, probes));
        }
        const wanted = [...moments[0]!].filter((grant) => moments.at(-1)!.has(grant));
        for (const [i, moment] of moments.entries()) {
            const lost = wanted.filter((grant) => !moment.has(grant));
            if (lost.length === 0) continue;
            const call = changed[i - 1]!;
            assert.fail(
                `${cluster} after ${call.operation} ${JSON.stringify(call.parameters)}: ${lost.slice(0, 3).join(", ")}`,
            );
        }
    }
}

const policyNameOf = ({ name, configuration }: Component, purpose: string) =>
    (configuration[`${purpose}PolicyName`] as string) ?? `${name}-${purpose}`;

function namedInBoth(
    before: Updated["before"]["configuration"],
    after: Updated["after"]["configuration"],
): string[] {
    const olds = clustersOf(before).map(({ clusterIdentifier }) => clusterIdentifier);
    return clustersOf(after)
        .map(({ clusterIdentifier }) => clusterIdentifier)
        .filter((cluster) => olds.includes(cluster));
}
