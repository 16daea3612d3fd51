import type { Known } from "../values/known";
import type { InputRole } from "./access";
import { directions } from "./purposes";

/** What the association of a cluster with a role is called after the component's name: now, and under other inputs. */
export interface AssociationNames {
    readonly ending: string;
    readonly formerEndings: readonly string[];
}

/**
 * RDS has one association of a cluster with a role. So wherever other inputs give it another name, that is an alias, or it
 * would be created a second time, which RDS refuses.
 */
export function associationNames(
    inputs: Known,
    cluster: Known,
    { direction }: Pick<InputRole, "direction">,
): AssociationNames {
    const ending = endingOf(cluster.field("name")?.string, direction);
    const names = [cluster.field("name")?.string, ...formerNamesOf(inputs, cluster)];
    // One role that exists serves either direction, though only one at a time.
    const served = inputs.field("existingRoleArn") && direction ? directions : [direction];
    const all = names.flatMap((name) => served.map((each) => endingOf(name, each)));
    return { ending, formerEndings: [...new Set(all)].filter((each) => each !== ending) };
}

/** The only entry may have been without a name: then there was nothing to tell it apart from. */
function formerNamesOf(inputs: Known, cluster: Known): (string | undefined)[] {
    const given = cluster.field("formerNames")?.items.map(({ string }) => string) ?? [];
    return inputs.field("clusters")?.items.length === 1 ? [...given, undefined] : given;
}

const endingOf = (...[name, direction]: (string | undefined)[]) =>
    ["cluster", name, direction].filter(Boolean).join("-");
