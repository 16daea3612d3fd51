import assert from "node:assert/strict";
import { clusterArn } from "../../support/inputs/clusters";
import type { Configuration } from "../../support/inputs/configurations";
import { clustersOf, type Component } from "./component";
import { interrupted } from "./exceptions";
import { Grants } from "./grants";
import { probesOf } from "./probes";
import { Replay } from "./replay";
import { shown } from "./sample";
import type { Updated } from "./update";

/** At no step of an update can a cluster do less than what it can do before it and after it. */
export function claimNoInterruption({ before, after, deployed, changed }: Updated): void {
    const edited = { before: before.configuration, after: after.configuration };
    const { purposes, isRole } = interrupted(edited);
    const starts = purposes.map((purpose) => policyNameOf(before, purpose));
    // What only these policies granted is not missed.
    const isMissed = (name: string) => isRole || starts.some((start) => name.startsWith(start));
    // Of a cluster whose parameter group the component does not make, the owner sees to the parameters.
    const hasGroup = edited.before.clusterParameterGroup && edited.after.clusterParameterGroup;
    const grants = new Grants([...probesOf(before.configuration), ...probesOf(after.configuration)]);
    for (const cluster of namedInBoth(before.configuration, after.configuration)) {
        const replay = new Replay();
        const policies = () => {
            const named = replay.namedRoles();
            return replay.policiesFor(cluster, (roleArn) => !hasGroup || named.has(roleArn));
        };
        deployed.forEach((call) => replay.apply(call));
        const first = grants.of(policies().filter(({ name }) => !isMissed(name)));
        const moments = changed.map((call) => {
            replay.apply(call);
            return { call, granted: grants.of(policies()) };
        });
        const wanted = [...first].filter((grant) => moments.at(-1)?.granted.has(grant) ?? true);
        const isWhole = new Set<ReadonlySet<string>>();
        for (const { call, granted } of moments) {
            if (isWhole.has(granted)) continue;
            const lost = wanted.filter((grant) => !granted.has(grant));
            const { operation, parameters } = call;
            if (lost.length > 0)
                assert.fail(
                    `${cluster} after ${operation} ${shown(parameters)}: ${lost.slice(0, 3).join(", ")}`,
                );
            isWhole.add(granted);
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
