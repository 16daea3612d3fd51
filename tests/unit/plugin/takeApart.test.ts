import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
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

    it("keeps fields secret beside a plain value that was secret", async () => {
        const { inputs } = await taken({ books: [{ isbn: "978", title: pulumi.secret("Emma") }] });
        const [{ isbn, title }] = inputs.books as [Record<string, unknown>];
        assert.deepEqual([title, await valueOf(isbn)], ["Emma", "978"]);
        assert.equal(await pulumi.isSecret(pulumi.output(isbn)), true);
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

    it("has nothing stand for a text that is not known", async () => {
        const { inputs, unknown } = await taken({ kind: pulumi.unknown });
        assert.deepEqual(unknown, new Set());
        assert.ok(pulumi.isUnknown(await valueOf(inputs.kind)));
    });

    const gaps: Record<string, [pulumi.Inputs, pulumi.Inputs]> = {
        "a plain input": [{ kind: undefined }, { kind: null }],
        "an input": [{ owner: undefined }, { owner: null }],
        "a whole list": [{ books: pulumi.output(undefined) }, { books: null }],
        "a field": [{ books: [{ isbn: undefined }] }, { books: [{ isbn: null }] }],
    };
    for (const [what, [given, expected]] of Object.entries(gaps)) {
        it(`shows that ${what} was given, though it holds nothing`, async () => {
            assert.deepEqual((await taken(given)).inputs, expected);
        });
    }
});
