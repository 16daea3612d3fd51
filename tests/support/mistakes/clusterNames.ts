import { importFrom } from "./given";
import type { Mistake } from "./mistake";

/** Clusters by the names that their entries have and had. */
const renamed = (...entries: { name?: string; formerNames: unknown }[]) => ({
    importFrom,
    clusters: entries.map((entry, i) => ({ clusterIdentifier: `cluster-${i}`, ...entry })),
});

/** Former names of entries, which become aliases of their associations. */
export const clusterNames: Mistake[] = [
    [
        renamed({ name: "a", formerNames: ["a b"] }),
        "clusters[0].formerNames[0]",
        'must be "", or 1 to 64 letters, digits, hyphens, dots or underscores, but received "a b".',
    ],
    [
        renamed({ name: "a", formerNames: [] }),
        "clusters[0].formerNames",
        "cannot be empty. Add an item, or remove the property.",
    ],
    [
        renamed({ name: "a", formerNames: "b" }),
        "clusters[0].formerNames",
        'must be a list, but received "b". Put it in a list.',
    ],
    [
        renamed({ name: "a", formerNames: ["b", "a"] }),
        "clusters[0].formerNames[1]",
        'cannot be the current name of an entry, but received "a", the same as clusters[0].name. Remove it.',
    ],
    [
        renamed({ formerNames: [""] }),
        "clusters[0].formerNames[0]",
        'cannot be the current name of an entry, but received "", and clusters[0] has no name. Remove it.',
    ],
    // Names that one cluster takes over from another.
    [
        renamed({ name: "b", formerNames: ["a"] }, { name: "a", formerNames: ["z"] }),
        "clusters[0].formerNames[0]",
        'cannot be the current name of an entry, but received "a", the same as clusters[1].name. Give clusters[1] another name. To swap names, use two updates.',
    ],
    [
        renamed({ name: "b", formerNames: [""] }, { formerNames: ["z"] }),
        "clusters[0].formerNames[0]",
        'cannot be the current name of an entry, but received "", and clusters[1] has no name. Give clusters[1] another name. To swap names, use two updates.',
    ],
    [
        renamed({ name: "b", formerNames: ["a"] }, { name: "c", formerNames: ["z", "a"] }),
        "clusters[1].formerNames[1]",
        'must be unique, but received "a", the same as clusters[0].formerNames[0]. Remove one.',
    ],
    [
        renamed({ name: "b", formerNames: ["a", "a"] }),
        "clusters[0].formerNames[1]",
        'must be unique, but received "a", the same as clusters[0].formerNames[0]. Remove one.',
    ],
];
