import assert from "node:assert/strict";
import { clusterArn } from "../../support/inputs/clusters";
import type { Configuration } from "../../support/inputs/configurations";
import { clustersOf, type Component } from "./component";
import { interrupted } from "./exceptions";
import { probesOf } from "./probes";
import { Replay } from "./replay";
import type { Updated } from "./update";

/** At no step of an update can a cluster do less than what it can do before it and after it. */
export function claimNoInterruption({ before, after, deployed, changed }: Updated): void {
    const edited = { before: before.configuration, after: after.configuration };
    const { purposes, isRole } = interrupted(edited);
    const starts = purposes.map((purpose) => policyNameOf(before, purpose));
    // What only these policies granted is not missed.
    const isMissed = (name: string) => isRole || starts.some((start) => name.startsWith(start));
    const clusters = namedInBoth(before.configuration, after.configuration);
    const probes = [...probesOf(before.configuration), ...probesOf(after.configuration)];
    // Of a cluster whose parameter group the component does not make, the owner sees to the parameters.
    const hasGroup = edited.before.clusterParameterGroup && edited.after.clusterParameterGroup;
    for (const cluster of clusters) {
        const replay = new Replay();
        const grants = (isIgnored?: (name: string) => boolean) => {
            const named = replay.namedRoles();
            const isUsed = hasGroup ? (roleArn: string) => named.has(roleArn) : undefined;
            return replay.grantsOf(cluster, probes, { isUsed, isIgnored });
        };
        deployed.forEach((call) => replay.apply(call));
        const moments = [grants(isMissed)];
        for (const call of changed) {
            replay.apply(call);
            moments.push(grants());
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

function namedInBoth(before: Configuration, after: Configuration): string[] {
    const olds = clustersOf(before).map(clusterArn);
    return clustersOf(after)
        .map(clusterArn)
        .filter((cluster) => olds.includes(cluster));
}
