import fc from "fast-check";
import { findMistakes } from "../../../provider/validation/findMistakes";
import type { Configuration } from "../../support/inputs/configurations";
import { dresses } from "../../support/inputs/dressed";
import { componentName } from "../../support/inputs/names";
import { tidied } from "../../support/inputs/tidied";
import { clustersOf, deployable, isDeployable, labelled, named, type Component } from "./component";
import { failing, is } from "./exceptions";
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

const edits: Record<string, Edit> = {
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

const anyEdit = fc.tuple(fc.constantFrom(...Object.values(edits)), deployable, fc.nat());

/** Two configurations of one component, of which the second comes of one to three edits of the first. */
export const anyPair = fc
    .record({
        name: componentName,
        before: deployable,
        edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        dresses: dresses(["plain", "plain", "plain", "output", "secret"]),
    })
    .map(({ edits, ...rest }) => {
        const edited = edits.reduce((it, [edit, donor, pick]) => edit(it, donor, pick), rest.before);
        const after = ofItsOwnClusters(rest.before, tidied(present(edited)));
        return { ...rest, before: named(rest.before, rest.name), after: named(after, rest.name) };
    })
    .filter(({ after }) => findMistakes(after).length === 0 && isDeployable(after))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .filter((edited) => !is(failing, edited));

const present = (inputs: Configuration) =>
    Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));

/** A cluster keeps its engine: with another one, other clusters are meant, and the same cluster is told by the same name. */
function ofItsOwnClusters(before: Configuration, after: Configuration): Configuration {
    if (!after.clusters) return after;
    const isOther = engineOf(before) !== engineOf(after);
    const olds = new Map(clustersOf(before).map((each) => [each.clusterIdentifier.toLowerCase(), each]));
    const clusters = clustersOf(after).map((each) => {
        const old = olds.get(each.clusterIdentifier.toLowerCase());
        if (isOther && old) return { ...each, clusterIdentifier: `p${each.clusterIdentifier}`.slice(0, 63) };
        return old ?? each;
    });
    return tidied({ ...after, clusters });
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
