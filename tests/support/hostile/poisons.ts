import fc from "fast-check";
import { nested, oddValues } from "./oddValues";
import { spoiled } from "./texts";

/** Stands for what means nothing: inputs that hold it must be rejected. */
export const nothing = Symbol("what means nothing");

/** A hostile value, and what it means: what it answers first, where it answers more than once. */
export interface Poisoned {
    /** A new one for each use, as reading may change it. */
    value: () => unknown;
    meaning: unknown;
    /** Whether it is a getter that gives the value, each time it is read. */
    isGetter?: boolean;
}

export type Poison = (original: unknown) => Poisoned;

const meaningless =
    (value: () => unknown): Poison =>
    () => ({ value, meaning: nothing });

const text: fc.Arbitrary<Poison> = spoiled.map((spoil) => (original) => {
    const spoilt = typeof original === "string" ? spoil(original) : original;
    return { value: () => spoilt, meaning: spoilt };
});

/** What JSON can say, and so other languages can send. */
const plainValues = [
    ...[
        0,
        -0,
        -1,
        NaN,
        Infinity,
        2 ** 53,
        true,
        false,
        [],
        {},
        [[]],
        [{}],
        [null],
        { length: 3 },
        { then: "x" },
    ],
    ...["__pulumiOutput", "__pulumiResource", "__pulumiAsset", "toJSON", "constructor", "prototype"].map(
        (mark) => ({
            [mark]: true,
        }),
    ),
    nested(30, (bucket) => ({ bucket })),
    nested(30, (inner) => [inner]),
];

const plainValue: fc.Arbitrary<Poison> = fc
    .constantFrom<unknown>(...plainValues)
    .map((value): Poison => (original) => ({
        value: () => value,
        meaning: typeof value === "object" || typeof value === typeof original ? value : nothing,
    }));

const oddValue: fc.Arbitrary<Poison> = fc.constantFrom(...oddValues).map(meaningless);

const throwingGetter: Poison = () => ({
    isGetter: true,
    value: () => {
        throw new TypeError("a getter");
    },
    meaning: nothing,
});

/** What a value turns into when it is read again. */
const others: ((original: unknown) => unknown)[] = [
    ...[() => "*", () => "other-bucket", () => undefined, () => 7, () => ["*"], () => [{ bucket: "*" }]],
    (original) => (typeof original === "boolean" ? !original : [original, original]),
];

/** A getter that first gives the value itself, and then another one. */
const shifting: fc.Arbitrary<Poison> = fc.constantFrom(...others).map((other): Poison => (original) => ({
    isGetter: true,
    value: firstOf(original, other(original)),
    meaning: original,
}));
/** The other way round. */
const shiftingBack: fc.Arbitrary<Poison> = fc
    .constantFrom("*", "other-bucket")
    .map((first): Poison => (original) => ({
        isGetter: true,
        value: firstOf(first, original),
        meaning: first,
    }));

function firstOf(first: unknown, then: unknown): () => unknown {
    let reads = 0;
    return () => (reads++ === 0 ? first : then);
}

/** The same values in containers that are not quite plain. */
const disguised: fc.Arbitrary<Poison> = fc
    .constantFrom<(original: object) => object>(
        (original) => new Proxy(original, {}),
        (original) => Object.freeze(Array.isArray(original) ? [...(original as unknown[])] : { ...original }),
        (original) =>
            Array.isArray(original)
                ? [...(original as unknown[])]
                : Object.assign(Object.create(null) as object, original),
        (original) =>
            Object.assign(Array.isArray(original) ? [...(original as unknown[])] : { ...original }, {
                [Symbol("x")]: 1,
            }),
        // Its iterator would have no end.
        (original) =>
            Array.isArray(original) ? Object.assign([...(original as unknown[])], endless) : original,
    )
    .map((disguise): Poison => (original) => ({
        value: () => (typeof original === "object" && original !== null ? disguise(original) : original),
        meaning: original,
    }));
const endless = {
    *[Symbol.iterator]() {
        for (;;) yield { bucket: "*" };
    },
};

/** A list that is longer each time it is asked. */
const growing: Poison = (original) => {
    if (!Array.isArray(original)) return { value: () => original, meaning: original };
    const grow = () => {
        let { length } = original;
        return new Proxy(original as unknown[], {
            get: (list, key): unknown =>
                key === "length" ? length++ : ((Reflect.get(list, key) as unknown) ?? list[0]),
        });
    };
    return { value: grow, meaning: original };
};

/** Another property, which we do not know. */
const names = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "then",
    "toJSON",
    "a*",
];
const further: fc.Arbitrary<Poison> = fc
    .constantFrom(...names, "x".repeat(5000), "bucket\u200b")
    .map((name): Poison => (original) => {
        if (typeof original !== "object" || original === null || Array.isArray(original))
            return { value: () => original, meaning: original };
        const entries = [...Object.entries(original), [name, "x"] as const];
        return { value: () => Object.fromEntries(entries), meaning: Object.fromEntries(entries) };
    });

/** What other languages can send. */
export const wirePoison: fc.Arbitrary<Poison> = fc.oneof(
    { weight: 14, arbitrary: text },
    { weight: 3, arbitrary: plainValue },
    { weight: 1, arbitrary: further },
);

/** What a program of Node.js can give. */
export const anyPoison: fc.Arbitrary<Poison> = fc.oneof(
    { weight: 16, arbitrary: text },
    { weight: 1, arbitrary: plainValue },
    { weight: 2, arbitrary: oddValue },
    { weight: 1, arbitrary: fc.constantFrom(throwingGetter) },
    { weight: 6, arbitrary: shifting },
    { weight: 1, arbitrary: shiftingBack },
    { weight: 4, arbitrary: disguised },
    { weight: 2, arbitrary: fc.constantFrom(growing) },
    { weight: 1, arbitrary: further },
);
