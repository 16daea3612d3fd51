import assert from "node:assert/strict";
import fc from "fast-check";
import { plan } from "../../../provider/plan/access";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { findWarnings } from "../../../provider/validation/warnings";
import { Known } from "../../../provider/values/known";
import { numRuns } from "../../support/inputs/runs";

const exportTo = (engine: string, objects: readonly string[]) => ({
    engine,
    exportTo: [{ bucket: "raw", objects }],
});
const mysql = (...objects: string[]) => exportTo("aurora-mysql", objects);
const postgresql = (...objects: string[]) => exportTo("aurora-postgresql", objects);

/** Of what a pattern does not allow. */
const warningsOf = (given: Record<string, unknown>) =>
    findWarnings(plan(new Known(given)))
        .filter(({ reason }) => reason.includes("does not allow"))
        .map(({ propertyPath, reason }) => [propertyPath, reason]);

const lacks = (i: number, pattern: string, what: string, add: string) => [
    `exportTo[0].objects[${i}]`,
    `"${pattern}" does not allow ${what}. Add "${add}" to objects.`,
];
const first = "the first data file, so every export fails";
const second = "the second data file, so exports of more than 6 GB fail";
const manifest = "the manifest, so exports with MANIFEST ON fail";
const firstFile = "the first file, so every export fails";
const secondFile = "the second file, so exports of more than 6 GB fail";

describe("patterns for exports of Aurora MySQL", () => {
    const right = [
        ["*"],
        ["exports/*"],
        ["exports/items*"],
        ["exports/items.*"],
        ["exports/*/data*"],
        ["exports/items.part_*", "exports/items.manifest"],
        ["*.part_?????", "*.manifest"],
        // Ten files of 6 GB each; AWS recommends to split exports of more than 25 GB.
        ["exports/items.part_0000?", "exports/items.manifest"],
        ["items.part_00000", "items.part_00001", "items.m*"],
        ["a?.part_*", "ab.manifest"],
        ["exports/${*}.part_*", "exports/${*}.manifest"],
        ["a$.part_*", "a${$}.manifest"],
        // What looks like an ending is in the name itself.
        ["exports/a.part_time/*"],
        ["exports/a.part_time/items.part_*", "exports/a.part_time/items.manifest"],
    ];
    for (const objects of right) {
        it(`can be ${objects.join(" and ")}`, () => {
            assert.deepEqual(findMistakes(mysql(...objects)), []);
            assert.deepEqual(warningsOf(mysql(...objects)), []);
        });
    }

    const table: [objects: string[], ...warnings: string[][]][] = [
        [["exports/items.part_*"], lacks(0, "exports/items.part_*", manifest, "exports/items.manifest")],
        [["*.part_*"], lacks(0, "*.part_*", manifest, "*.manifest")],
        [
            ["exports/items.part_00000"],
            lacks(0, "exports/items.part_00000", second, "exports/items.part_*"),
            lacks(0, "exports/items.part_00000", manifest, "exports/items.manifest"),
        ],
        [["items.part_00000", "items.manifest"], lacks(0, "items.part_00000", second, "items.part_*")],
        [
            ["exports/items.part_00001"],
            lacks(0, "exports/items.part_00001", first, "exports/items.part_*"),
            lacks(0, "exports/items.part_00001", manifest, "exports/items.manifest"),
        ],
        [["*0"], lacks(0, "*0", second, "*.part_*"), lacks(0, "*0", manifest, "*.manifest")],
        [["items.manifest*"], lacks(0, "items.manifest*", first, "items.part_*")],
        // A manifest of something else is none.
        [
            ["a.part_*", "b.manifest"],
            lacks(0, "a.part_*", manifest, "a.manifest"),
            lacks(1, "b.manifest", first, "b.part_*"),
        ],
        [["a.*", "b.part_*"], lacks(1, "b.part_*", manifest, "b.manifest")],
    ];
    for (const [objects, ...warnings] of table) {
        it(`are likely wrong as ${objects.join(" and ")}`, () => {
            assert.deepEqual(findMistakes(mysql(...objects)), []);
            assert.deepEqual(warningsOf(mysql(...objects)), warnings);
        });
    }

    it("are not judged where they are part of a secret", () => {
        const secretly = new Known(mysql("items.part_*"), { room: 100 }, undefined, "", { secret: true });
        assert.deepEqual(findWarnings(plan(secretly)), []);
    });

    it("are not required of an engine that is not known, nor of imports", () => {
        const told = findMistakes(exportTo("aurora", ["items"]));
        assert.deepEqual(
            told.map(({ propertyPath }) => propertyPath),
            ["engine"],
        );
        assert.deepEqual(findMistakes({ importFrom: [{ bucket: "raw", objects: ["items"] }] }), []);
    });
});

describe("patterns for exports of Aurora PostgreSQL", () => {
    for (const objects of [
        ["*"],
        ["exports/*"],
        ["items*"],
        ["exports/items", "exports/items_part*"],
        ["a", "a_part2"],
        ["sales_partition/*"],
    ]) {
        it(`can be ${objects.join(" and ")}`, () => {
            assert.deepEqual(findMistakes(postgresql(...objects)), []);
            assert.deepEqual(warningsOf(postgresql(...objects)), []);
        });
    }

    const table: [objects: string[], ...warnings: string[][]][] = [
        [["exports/items"], lacks(0, "exports/items", secondFile, "exports/items_part*")],
        [["exports/*.csv"], lacks(0, "exports/*.csv", secondFile, "exports/*.csv_part*")],
        [["items_part2"], lacks(0, "items_part2", firstFile, "items")],
        [["items_part*"], lacks(0, "items_part*", firstFile, "items")],
        [["a", "b_part?"], lacks(0, "a", secondFile, "a_part*"), lacks(1, "b_part?", firstFile, "b")],
        [["sales_part"], lacks(0, "sales_part", secondFile, "sales_part_part*")],
        [["a", "a_part*", "b"], lacks(2, "b", secondFile, "b_part*")],
        [
            ["*_part*"],
            [
                "exportTo[0].objects[0]",
                `"*_part*" does not allow ${firstFile}. Add a pattern for it to objects.`,
            ],
        ],
    ];
    for (const [objects, ...warnings] of table) {
        it(`are likely wrong as ${objects.join(" and ")}`, () => {
            assert.deepEqual(findMistakes(postgresql(...objects)), []);
            assert.deepEqual(warningsOf(postgresql(...objects)), warnings);
        });
    }
});

const token = fc.constantFrom(
    ..."*?a0/.",
    "${*}",
    "${?}",
    "${$}",
    ".part_",
    ".manifest",
    "00000",
    "_part",
    ".csv",
    "é",
);
const pattern = fc.array(token, { minLength: 1, maxLength: 6 }).map((tokens) => tokens.join(""));

/** By a regular expression, which knows nothing of globs. */
const matcherOf = (written: string) =>
    new RegExp(
        `^${written.replace(
            /\$\{(.)\}|([*?])|(.)/gsu,
            (_, escaped?: string, wildcard?: string, literal?: string) => {
                if (wildcard !== undefined) return wildcard === "*" ? "[^]*" : "[^]";
                return (escaped ?? literal ?? "").replace(/[^\wé]/, "\\$&");
            },
        )}$`,
        "u",
    );

/** What a pattern or a part of it stands for, with something for each wildcard, and its beginnings. */
const namesLike = (written: string): string[] => {
    const filled = ["", "b", "b.part_00000", "0"].map((filling) =>
        written.replace(/\$\{(.)\}|[*?]/g, (wildcard, escaped?: string) => {
            if (escaped !== undefined) return escaped;
            return wildcard === "?" ? (filling[0] ?? "b") : filling;
        }),
    );
    return filled.flatMap((name) => [...name].map((_, i) => [...name].slice(0, i + 1).join("")));
};
const endings = [".part_00000", ".part_00001", ".part_10000", ".manifest"];

describe("the check of patterns for exports", () => {
    it("accepts exactly what matches a key that Aurora MySQL writes", () => {
        fc.assert(
            fc.property(pattern, (written) => {
                const matcher = matcherOf(written);
                const names = [...namesLike(written), "b", "0", "b/b"];
                const isWritten = names.some((name) => endings.some((ending) => matcher.test(name + ending)));
                const told = findMistakes(mysql(written, "*"));
                assert.deepEqual(told.length === 0, isWritten, written);
            }),
            { numRuns: 5 * numRuns },
        );
    });

    it("advises what it accepts itself, without a warning", () => {
        fc.assert(
            fc.property(pattern, (written) => {
                const [told] = findMistakes(mysql(written));
                const [, better] = /Write (".*")\.$/.exec(told?.reason ?? "") ?? [];
                if (better === undefined) return;
                const given = mysql(JSON.parse(better) as string);
                assert.deepEqual(findMistakes(given), []);
                assert.deepEqual(warningsOf(given), []);
            }),
            { numRuns: 5 * numRuns },
        );
    });

    it("has nothing to say once all that it advises is added", () => {
        const engine = fc.constantFrom("aurora-mysql", "aurora-postgresql");
        fc.assert(
            fc.property(engine, fc.array(pattern, { minLength: 1, maxLength: 3 }), (engine, objects) => {
                const all = [...objects];
                const additions = () => {
                    const given = exportTo(engine, all);
                    const told = findMistakes(given).map(({ reason }) => reason);
                    return (told.length > 0 ? told : warningsOf(given).map(([, reason]) => reason)).flatMap(
                        (reason) => {
                            const [, added] = /Add (".*") to objects\.$/.exec(reason ?? "") ?? [];
                            return added === undefined ? [] : [JSON.parse(added) as string];
                        },
                    );
                };
                if (
                    findMistakes(exportTo(engine, all)).some(({ propertyPath }) => /\d\]$/.test(propertyPath))
                )
                    return;
                for (let i = 0; i < 2; i++) all.push(...additions());
                assert.deepEqual(findMistakes(exportTo(engine, all)), []);
                // `*_part*` is for what follows the first file of any name: no pattern but "*" allows that, which is never advised.
                const open = (reason = "") =>
                    all.some((given) => given.startsWith("*")) &&
                    reason.endsWith(" Add a pattern for it to objects.");
                const left = warningsOf(exportTo(engine, all)).filter(([, reason]) => !open(reason));
                assert.deepEqual(left, []);
            }),
            { numRuns: 5 * numRuns },
        );
    });

    const many = (count: number, patternOf: (i: number) => string) =>
        Array.from({ length: count }, (_, i) => patternOf(i));
    it("does not warn of patterns that are in more policies than a role can have", () => {
        assert.deepEqual(warningsOf(mysql(...many(3000, (i) => `exports/items-${i}.part_*`))).length, 0);
        assert.deepEqual(warningsOf(mysql(...many(1000, (i) => `exports/items-${i}.part_*`))).length, 1000);
    });

    const large: Record<string, string[]> = {
        "stars and question marks": many(1000, (i) => `${i}${"*?*?".repeat(254)}0`),
        "stars and letters": many(1000, (i) => `${i}${"*a".repeat(500)}.part_*0`),
        letters: many(1000, (i) => "a".repeat(1000) + i),
        "short patterns": many(30_000, (i) => `exports/items-?${i}.part_*`),
        "what fits into 25 policies": [
            ...many(60, (i) => `${i}${"*a".repeat(500)}.part_*0`),
            ...many(60, (i) => `${"a".repeat(1000)}${i}.part_*`),
        ],
        "many that fit into 25 policies": many(1500, (i) => `exports/?tems-${i}.part_*`),
    };
    for (const [what, objects] of Object.entries(large)) {
        it(`is quick with ${what}`, function () {
            this.timeout(20_000);
            for (const given of [mysql(...objects), postgresql(...objects)]) {
                const start = process.hrtime.bigint();
                findMistakes(given);
                findWarnings(plan(new Known(given)));
                const took = Number(process.hrtime.bigint() - start) / 1e6;
                // A tenth of it on an idle machine.
                assert.ok(took < 3000, `${took} ms`);
            }
        });
    }
});
