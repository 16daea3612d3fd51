import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { readInputs } from "../../../provider/inputs/read";
import { takeApart, type TypeSpec } from "../../../provider/plugin/takeApart";

/** A shelf of books, some of which are known by their plain title. */
const types: Record<string, TypeSpec> = {
    "x:index:Book": {
        properties: {
            isbn: { type: "string" },
            title: { type: "string", plain: true },
            tags: { type: "array", items: { type: "string", plain: true }, plain: true },
            lent: { type: "boolean", plain: true },
        },
    },
};
const book: TypeSpec = { $ref: "#/types/x:index:Book" };
const properties: Record<string, TypeSpec> = {
    books: { type: "array", items: book, plain: true },
    owner: { type: "string" },
    kind: { type: "string", plain: true },
};
const taken = (given: pulumi.Inputs, flag = false) => takeApart(given, properties, types, flag);

const valueOf = (output: unknown) =>
    (pulumi.output(output) as unknown as { promise(withUnknowns: true): Promise<unknown> }).promise(true);

describe("taking inputs apart", () => {
    it("leaves alone what is plain already, and outputs where they belong", async () => {
        const isbn = pulumi.output("978");
        const given = { books: [{ isbn, title: "Emma" }], owner: pulumi.output("me"), kind: "shelf" };
        const { inputs, unknown } = await taken(given);
        assert.deepEqual(unknown, new Set());
        const books = inputs.books as { isbn: unknown; title: string }[];
        assert.deepEqual([books[0]!.title, inputs.kind], ["Emma", "shelf"]);
        assert.equal(books[0]!.isbn, isbn);
        assert.equal(inputs.owner, given.owner);
    });

    it("finds the plain values in an output, and leaves outputs in the fields", async () => {
        const books = pulumi.output([{ isbn: "978", title: "Emma", tags: ["novel"], lent: true }]);
        const { inputs } = await taken({ books });
        const [{ isbn, ...rest }] = inputs.books as [Record<string, unknown>];
        assert.deepEqual(rest, { title: "Emma", tags: ["novel"], lent: true });
        assert.ok(pulumi.Output.isInstance(isbn));
        assert.equal(await valueOf(isbn), "978");
    });

    const plainOutputs: Record<string, pulumi.Inputs> = {
        "a string": { kind: pulumi.output("shelf") },
        "a promise of a string": { kind: Promise.resolve("shelf") },
        "a string in an item": { books: [{ title: pulumi.secret("Emma") }] },
        "a flag in an item": { books: [{ lent: pulumi.output(true) }] },
        "a list of strings": { books: [{ tags: pulumi.output(["novel"]) }] },
        "a string in a list of strings": { books: [{ tags: [pulumi.output("novel")] }] },
    };
    for (const [what, given] of Object.entries(plainOutputs)) {
        it(`leaves ${what} an output, though its value is known`, async () => {
            const { inputs, unknown } = await taken(given);
            assert.deepEqual(unknown, new Set());
            assert.ok(pulumi.Output.isInstance(leafOf(inputs)));
            assert.deepEqual(await valueOf(leafOf(inputs)), await valueOf(leafOf(given)));
        });
    }

    it("leaves the fields beside an output as they are", async () => {
        const isbn = pulumi.output("978");
        const { inputs } = await taken({ books: [{ isbn, title: pulumi.secret("Emma") }] });
        const [book] = inputs.books as [Record<string, unknown>];
        assert.equal(book.isbn, isbn);
    });

    for (const [what, books] of Object.entries({
        "a secret list": pulumi.secret([{ isbn: "978", title: "Emma" }]),
        "a secret item": [pulumi.secret({ isbn: "978", title: "Emma" })],
    })) {
        it(`marks ${what} as secret, with all that is in it`, async () => {
            const { inputs } = await taken({ books, kind: "shelf" });
            const read = readInputs(inputs).inputs;
            const [book] = read.field("books")!.items;
            assert.equal(book!.field("title")!.string, "Emma");
            assert.equal(book!.field("title")!.secret, true);
            assert.equal(book!.field("isbn")!.secret, true);
            assert.equal(read.field("kind")!.secret, false);
        });
    }

    it("does not mark as secret what was no secret", async () => {
        const { inputs } = await taken({ books: pulumi.output([{ isbn: "978", title: "Emma" }]) });
        assert.equal(readInputs(inputs).inputs.field("books")!.secret, false);
    });

    for (const flag of [true, false]) {
        it(`has one item stand for a list that is not known, with flags that are ${flag}`, async () => {
            const { inputs, unknown } = await taken({ books: pulumi.unknown }, flag);
            assert.deepEqual(unknown, new Set(["books"]));
            const items = inputs.books as Record<string, unknown>[];
            assert.equal(items.length, 1);
            const { isbn, ...rest } = items[0]!;
            assert.deepEqual(rest, { lent: flag });
            assert.ok(pulumi.isUnknown(await valueOf(isbn)));
        });
    }

    it("has nothing stand for a string that is not known", async () => {
        const { inputs, unknown } = await taken({ kind: pulumi.unknown });
        assert.deepEqual(unknown, new Set());
        assert.ok(pulumi.isUnknown(await valueOf(inputs.kind)));
    });

    const gaps: Record<string, pulumi.Inputs> = {
        "a plain input": { kind: undefined },
        "an input": { owner: undefined },
        "a whole list": { books: pulumi.output(undefined) },
        "a field": { books: [{ isbn: undefined }] },
        "a plain field of a whole list": { books: pulumi.output([{ title: null }]) },
    };
    for (const [what, given] of Object.entries(gaps)) {
        it(`shows that ${what} was given, though it holds nothing`, async () => {
            const leaf = leafOf((await taken(given)).inputs);
            assert.ok(pulumi.Output.isInstance(leaf));
            assert.equal(await valueOf(leaf), undefined);
        });
    }

    for (const [what, given, expected] of [
        ["an input", { owner: null, kind: "shelf" }, { kind: "shelf" }],
        ["a field", { books: [{ isbn: null, title: "Emma" }] }, { books: [{ title: "Emma" }] }],
    ] as const) {
        it(`leaves out ${what} that is null, as None in Python is`, async () => {
            assert.deepEqual((await taken(given as pulumi.Inputs)).inputs, expected);
        });
    }
});

/** What the first fields and items end in. */
function leafOf(value: unknown): unknown {
    if (typeof value !== "object" || value === null || pulumi.Output.isInstance(value)) return value;
    return value instanceof Promise ? value : leafOf(Object.values(value)[0]);
}
