import type { Mistake } from "./mistake";

const rule =
    'must match the objects that Aurora MySQL writes, for example, "exports/items.part_00000", but received';
const dataRule =
    'must match the data files that Aurora MySQL writes, for example, "exports/items.part_00000", but received only patterns of other objects.';

const exportTo = (...objects: string[]) => ({ exportTo: [{ bucket: "raw", objects }] });

/** Patterns that no export of Aurora MySQL can use, and those to write instead. */
const useless: [pattern: string, better: string][] = [
    ["exports/items", "exports/items.*"],
    ["items", "items.*"],
    ["exports/*.csv", "exports/*.csv.*"],
    ["*.csv", "*.csv.*"],
    ["exports/2026-??/items.csv", "exports/2026-??/items.csv.*"],
    ["exports/", "exports/*"],
    ["exports/*/", "exports/*/*"],
    ["a?", "a?.*"],
    ["exports/${*}", "exports/${*}.*"],
    ["exports/items.", "exports/items.*"],
    // Numbers have five digits.
    ["exports/items.part_", "exports/items.*"],
    ["exports/items.part_0000", "exports/items.*"],
    ["exports/items.part_000000", "exports/items.*"],
    ["exports/items.part_0000a", "exports/items.*"],
    ["exports/items.part-00000", "exports/items.part-00000.*"],
    ["exports/items.part_*.csv", "exports/items.*"],
    ["exports/items.manifest.json", "exports/items.*"],
    ["exports/items.MANIFEST", "exports/items.MANIFEST.*"],
];

export const exports: Mistake[] = [
    ...useless.map(([pattern, better]): Mistake => [
        exportTo(pattern),
        "exportTo[0].objects[0]",
        `${rule} "${pattern}". Write "${better}".`,
    ]),
    // Each by itself, also next to others that can be used.
    [exportTo("exports/*", "items"), "exportTo[0].objects[1]", `${rule} "items". Write "items.*".`],
    // Without a name before it, nothing is written.
    ...[".part_00000", ".manifest", "."].map((pattern): Mistake => [
        exportTo(pattern),
        "exportTo[0].objects[0]",
        `${rule} "${pattern}". Write a pattern that ends with ".*".`,
    ]),
    [
        exportTo("a".repeat(101)),
        "exportTo[0].objects[0]",
        `${rule} "${"a".repeat(100)}…". Write a pattern that ends with ".*".`,
    ],
    // A key has 1,024 bytes at most, which is too few for the ending.
    [
        exportTo("é".repeat(510) + "*"),
        "exportTo[0].objects[0]",
        `${rule} "${"é".repeat(100)}…". Write a pattern that ends with ".*".`,
    ],
    [
        exportTo("exports/items.manifest"),
        "exportTo[0].objects",
        `${dataRule} Add "exports/items.part_*" to objects.`,
    ],
    [exportTo("*.manifest"), "exportTo[0].objects", `${dataRule} Add "*.part_*" to objects.`],
    [exportTo("a.manif?s?", "b.manifest"), "exportTo[0].objects", `${dataRule} Add "a.part_*" to objects.`],
    [
        exportTo(`${"a".repeat(100)}.manifest`),
        "exportTo[0].objects",
        `${dataRule} Add a pattern that ends with ".part_*" to objects.`,
    ],
];
