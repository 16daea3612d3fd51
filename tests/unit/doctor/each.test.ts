import assert from "node:assert/strict";
import { codeNames } from "../../../doctor/codes";
import { diagnose } from "../../../doctor/diagnose";
import { breaks } from "../../support/doctor/breaks";
import { draftOf } from "../../support/doctor/draft";
import { healthy, plain, type Kind } from "../../support/doctor/facts";

/** Databases of each engine, with all that can be broken about them. */
const kinds: readonly Kind[] = (["mysql2", "mysql3", "mysql8.4", "postgresql", "instance"] as const).flatMap(
    (engine) =>
        (["import", "export"] as const).map((direction): Kind => ({
            ...plain,
            engine,
            directions: [direction],
            boundary: true,
            tls: true,
            encryption: engine === "mysql2" ? "none" : "customer",
        })),
);
const others: readonly Kind[] = [
    { ...plain, bucketOwner: "foreign" },
    { ...plain, policies: "bucketPolicy" },
];

describe("the model of what breaks", () => {
    it("has a break for each code", () => {
        const made = breaks.flatMap((each) =>
            [...kinds, ...others].map((kind) =>
                each.isFor(kind, kind.directions[0]!) ? each.code(kind, kind.directions[0]!) : undefined,
            ),
        );
        const found = new Set(made.filter((code) => code !== undefined));
        assert.deepEqual([...found].sort(), [...codeNames].sort());
    });
});

describe("the doctor, of a database in which", () => {
    for (const each of breaks) {
        const suited = [...kinds, ...others].filter((kind) => each.isFor(kind, kind.directions[0]!));
        it(`${each.name}, finds ${[...new Set(suited.map((kind) => each.code(kind, kind.directions[0]!)))].join(" or ") || "nothing"}`, () => {
            assert.notEqual(suited.length, 0);
            for (const kind of suited) {
                const [direction] = kind.directions;
                const facts = draftOf(healthy(kind));
                each.apply(facts, kind, direction!);
                const possible = [each.code(kind, direction!) ?? [], each.consequences?.(kind) ?? []].flat();
                const found = diagnose(facts).findings.map(({ code }) => code);
                const expected = possible.filter(
                    (code) => found.includes(code) || code === each.code(kind, direction!),
                );
                assert.deepEqual([...found].sort(), expected.sort(), JSON.stringify(kind));
            }
        });
    }
});
