import { engines } from "../../engine";
import type { Planned } from "../../plan/access";
import { directions, purposes } from "../../plan/purposes";
import type { Known } from "../../values/known";
import { derived, quote, quoted, say, type Report } from "../../values/message";

export function warnOfKeys({ inputs, engine }: Planned, report: Report): void {
    const version = inputs.field("engineVersion");
    const without = engine && engines[engine].withoutCustomerKeys;
    if (version?.string === undefined || version.secret || !without?.versions.test(version.string)) return;
    const locations = directions.flatMap(
        (direction) => inputs.field(purposes[direction].grants)?.items ?? [],
    );
    if (!inputs.field("kmsKeys") && !locations.some((location) => location.field("kmsKeyArn"))) return;
    report(version, () => ({
        rule: say`${quoted(version)} does not support customer managed KMS keys, which are set`,
        advice: say`${without.since} and later do.`,
    }));
}

/** A cluster in the list exists before the group does, and so does not have it. */
export function warnOfGroup(inputs: Known, report: Report): void {
    const group = inputs.field("clusterParameterGroup");
    if (group === undefined || inputs.field("clusters") === undefined) return;
    report(group, () => ({
        rule: say`is not used automatically by the clusters in clusters`,
        advice: say`Set the dbClusterParameterGroupName of each cluster to the output clusterParameterGroupName, or ask the cluster owner to set it.`,
    }));
}

/** The AWS provider looks for the identifier as it is written, and RDS answers in lowercase. */
export function warnOfCase(clusters: Known | undefined, report: Report): void {
    for (const cluster of clusters?.items ?? []) {
        const at = cluster.field("clusterIdentifier");
        if (at?.string === undefined || at.secret || !/[A-Z]/.test(at.string)) continue;
        report(at, () => ({
            rule: say`${quoted(at)} has uppercase letters, but Amazon RDS stores cluster identifiers in lowercase, and the AWS provider may not find the cluster`,
            advice: say`Write ${derived(at, () => quote(at.string!.toLowerCase()))}.`,
        }));
    }
}
