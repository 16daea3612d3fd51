import { allowedActions, CannotEvaluate } from "../../../provider/policy/evaluation";
import type { Probe } from "./probes";
import type { EffectivePolicy } from "./replay";
import { boundaries } from "./requested";

/** What policies let a cluster do on some resources: feature, action and resource. Nothing that we write denies, so that it adds up. */
export class Grants {
    private readonly known = new Map<string, ReadonlySet<string>>();

    constructor(private readonly probes: readonly Probe[]) {}

    of(policies: readonly EffectivePolicy[]): ReadonlySet<string> {
        return this.once(JSON.stringify(policies), () =>
            policies.flatMap((policy) => [...this.ofOne(policy)]),
        );
    }

    private ofOne({ feature, boundary, document }: EffectivePolicy): ReadonlySet<string> {
        const isLeft = boundary === undefined ? () => true : boundaries[boundary]!.leaves;
        return this.once(JSON.stringify([feature, boundary, document]), () =>
            this.probes.flatMap(({ resource, actions }) =>
                allowedOn(document, resource, actions)
                    .filter((action) => isLeft(action, resource))
                    .map((action) => `${feature} ${action} ${resource}`),
            ),
        );
    }

    private once(key: string, compute: () => string[]): ReadonlySet<string> {
        if (!this.known.has(key)) this.known.set(key, new Set(compute()));
        return this.known.get(key)!;
    }
}

function allowedOn(document: string, resource: string, actions: readonly string[]): string[] {
    if (document === "") return [];
    try {
        return allowedActions([document], resource, { actions });
    } catch (error) {
        // AWS does not explain whether a wildcard is for a colon.
        if (error instanceof CannotEvaluate && error.message.includes("colon")) return [];
        throw error;
    }
}
