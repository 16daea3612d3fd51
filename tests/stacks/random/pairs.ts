import fc from "fast-check";
import { validConfiguration, type Configuration } from "../../support/inputs/configurations";
import { clusterArn, clusters, type Cluster } from "../../support/inputs/clusters";
import { dresses } from "../../support/inputs/dressed";
import { longPatterns } from "../../support/inputs/locations";
import { componentName } from "../../support/inputs/names";
import { tidied } from "../../support/inputs/tidied";
import { clustersOf, isDeployable, labelled, named, type Component } from "./component";
import { isRefused } from "./exceptions";
import { engineOf } from "./requested";

/** A component before an edit of its inputs and after it. */
export interface Pair {
    number: number;
    label: string;
    before: Component;
    after: Component;
}

type Edit = (inputs: Configuration, donor: Configuration, pick: number) => Configuration;

const lists = ["importFrom", "exportTo", "kmsKeys", "clusters", "sourceArns"];

/** The values of a list put otherwise; of one that is not there, nothing. */
const inList =
    (put: (items: unknown[], others: unknown[]) => unknown[]): Edit =>
    (inputs, donor, pick) => {
        const given = lists.filter((list) => inputs[list]);
        const list = given[pick % given.length];
        if (list === undefined) return inputs;
        return { ...inputs, [list]: put(inputs[list] as unknown[], (donor[list] ?? []) as unknown[]) };
    };

/** What IAM creates anew, so that all that hangs on it has to follow. */
const replacing = ["path", "roleName", "importPolicyName", "exportPolicyDescription", "kmsPolicyDescription"];

const edits: Record<string, Edit> = {
    "an input changed that IAM knows no change of": (inputs, donor, pick) => {
        const name = replacing[pick % replacing.length]!;
        return { ...inputs, [name]: donor[name] };
    },
    "another path": (inputs) => ({ ...inputs, path: inputs.path === "/moved/" ? undefined : "/moved/" }),
    "clusters called otherwise": (inputs, _, pick) => ({
        ...inputs,
        clusters:
            inputs.clusters &&
            clustersOf(inputs).map((each, i) => ({ ...each, name: `renamed-${pick % 9}${i}` })),
    }),
    "so much put in front of a list that it is split": inList((items) =>
        typeof (items[0] as { bucket?: unknown }).bucket === "string"
            ? [{ bucket: "reports", objects: longPatterns(9) }, ...items]
            : items,
    ),
    "an input changed, added or removed": (inputs, donor, pick) => {
        const names = [...new Set([...Object.keys(inputs), ...Object.keys(donor)])].sort();
        const name = names[pick % names.length]!;
        return { ...inputs, [name]: donor[name] };
    },
    "a list reversed": inList((items) => [...items].reverse()),
    "an item added in front": inList((items, others) => [...others.slice(0, 1), ...items]),
    "an item added at the end": inList((items, others) => [...items, ...others.slice(0, 1)]),
    "the first item removed": inList((items) => (items.length > 1 ? items.slice(1) : items)),
    "the last item removed": inList((items) => (items.length > 1 ? items.slice(0, -1) : items)),
    "all of it other": (_, donor) => donor,
};

// Twice as often what takes most.
const [replacement, ...others] = Object.values(edits);
const anyEdit = fc.tuple(
    fc.constantFrom(replacement!, replacement!, ...others),
    validConfiguration,
    fc.nat(),
);

/** Two configurations of one component, of which the second comes of one to three edits of the first. */
export const anyPair = fc
    .record({
        name: componentName,
        clusters,
        before: validConfiguration,
        edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        dresses: dresses(["plain", "plain", "plain", "output", "secret"]),
    })
    .map(({ name, clusters, edits, dresses, ...given }) => {
        // What nobody can use cannot be lost.
        const before = tidied({ clusters, ...given.before });
        const edited = edits.reduce((it, [edit, donor, pick]) => edit(it, donor, pick), before);
        const after = ofItsOwnClusters(before, tidied(present(edited)));
        return { name, dresses, before: named(before, name), after: named(after, name) };
    })
    .filter(({ name, before, after }) => isDeployable(name, before) && isDeployable(name, after))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .filter((edited) => !isRefused(edited));

const present = (inputs: Configuration) =>
    Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));

/** A cluster keeps its engine, and tells what it was called before. */
function ofItsOwnClusters(before: Configuration, after: Configuration): Configuration {
    if (!after.clusters) return after;
    const isOther = engineOf(before) !== engineOf(after);
    const olds = new Map(clustersOf(before).map((each) => [clusterArn(each), each]));
    const clusters = clustersOf(after).map((each) => {
        const old = olds.get(clusterArn(each));
        if (!old) return each;
        if (isOther) return { ...each, clusterIdentifier: `p${each.clusterIdentifier}`.slice(0, 63) };
        return renamed(old, each.name, [...olds.values()]);
    });
    return tidied({ ...after, clusters });
}

/** Names cannot be passed on in one update. */
function renamed(old: Cluster, name: string | undefined, olds: readonly Cluster[]): Cluster {
    if (olds.some((each) => each.name === name || each.formerNames?.includes(name ?? ""))) return old;
    const formerNames = [...(old.formerNames ?? []), old.name ?? ""];
    return { ...old, formerNames, ...(name !== undefined && { name }) };
}

export function labelledPair(
    {
        name,
        before,
        after,
        dresses,
    }: Pick<Component, "name" | "dresses"> & Record<"before" | "after", Configuration>,
    number: number,
): Pair {
    const [one, other] = [before, after].map((configuration) =>
        labelled({ name, configuration, dresses }, number),
    );
    return { number, label: one!.label, before: one!, after: other! };
}
