import type { EngineEvent, OpType, StepEventMetadata } from "@pulumi/pulumi/automation";

/** What a run did to a resource, or would do. */
export interface Step {
    op: OpType;
    type: string;
    name: string;
    /** The inputs that differ, sorted. */
    diffs: string[];
    /** The properties that force a replacement, sorted. */
    replaceReasons: string[];
    /** Whether a replacement deletes the old resource before it creates the new one. */
    deletesFirst: boolean;
}

/** The steps in the order they began. What stays the same is left out, as are the stack itself and default providers. */
export function stepsOf(events: readonly EngineEvent[]): Step[] {
    const deleted = new Set<string>();
    const refreshed = new Set<string>();
    const steps: Step[] = [];
    for (const { resourcePreEvent, resOutputsEvent } of events) {
        if (resourcePreEvent) {
            const { op, urn, logical } = resourcePreEvent.metadata;
            if (op === "refresh") refreshed.add(urn);
            else if (op === "delete-replaced") deleted.add(urn);
            else if (logical) add(resourcePreEvent.metadata);
        } else if (resOutputsEvent && refreshed.delete(resOutputsEvent.metadata.urn)) {
            // What a refresh does to a resource is known only when it has read it. A refresh within an update does not tell.
            if (resOutputsEvent.metadata.op !== "refresh") add(resOutputsEvent.metadata);
        }
    }
    return steps;

    function add({ op, urn, type, diffs, keys, old }: StepEventMetadata): void {
        const name = nameOf(urn);
        const isDefaultProvider = type.startsWith("pulumi:providers:") && name.startsWith("default");
        if (op === "same" || type === "pulumi:pulumi:Stack" || isDefaultProvider) return;
        // The old one is deleted under the name that it had.
        const deletesFirst = op === "replace" && deleted.has(old?.urn ?? urn);
        steps.push({ op, type, name, diffs: sorted(diffs), replaceReasons: sorted(keys), deletesFirst });
    }
}

export const nameOf = (urn: string) => urn.split("::").slice(3).join("::");

const sorted = (names: readonly string[] | undefined) => [...new Set(names)].sort();

/** `update iam.Policy p [policy]`, or `replace iam.Policy p [name] replace because of id,name`. */
export function describeStep({ op, type, name, diffs, replaceReasons }: Step): string {
    const differences = diffs.length > 0 ? ` [${diffs.join()}]` : "";
    const reasons = replaceReasons.length > 0 ? ` replace because of ${replaceReasons.join()}` : "";
    return `${op} ${shortType(type)} ${name}${differences}${reasons}`;
}

/** Sorted, as steps that do not depend on each other begin in any order. */
export const describeSteps = ({ steps }: { steps: Step[] }) => steps.map(describeStep).sort();

/** `iam.Policy` for `aws:iam/policy:Policy`, `AuroraS3Access` for `aurora-s3-access:index:AuroraS3Access`. */
export function shortType(token: string): string {
    const [, module, name] = token.split(":") as [string, string, string];
    const namespace = module.split("/")[0];
    return namespace === "index" ? name : `${namespace}.${name}`;
}
