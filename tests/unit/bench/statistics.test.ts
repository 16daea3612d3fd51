import assert from "node:assert/strict";
import fc from "fast-check";
import { growth } from "../../../bench/statistics/growth";
import { geometricMean, type Interval, median } from "../../../bench/statistics/interval";
import { ratioOf } from "../../../bench/statistics/ratio";
import { type Goal, type Verdict, verdict } from "../../../bench/statistics/verdict";

const positive = fc.double({ min: 0.001, max: 1000, noNaN: true });
const rounds = fc.array(positive, { minLength: 2, maxLength: 40 });
const rounded = (estimate: object) =>
    Object.fromEntries(Object.entries(estimate).map(([key, value]) => [key, Number(value).toFixed(3)]));
const isClose = (one: number, other: number, tolerance = 1e-6) =>
    assert.ok(Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other)), `${one} is not ${other}`);

/** The same ones each time. */
function normals(): () => number {
    let seed = 1;
    const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

describe("A median", () => {
    const rows: [numbers: number[], expected: number][] = [
        [[3], 3],
        [[3, 1], 2],
        [[10, 9, 1], 9],
        [[4, 1, 3, 2], 2.5],
    ];
    for (const [numbers, expected] of rows) {
        it(`of ${numbers.join(", ")} is ${expected}`, () => assert.equal(median(numbers), expected));
    }
});

describe("A geometric mean", () => {
    it("has the interval of Student's t", () => {
        // exp of the mean 0 of -0.1, 0, 0.1 and of 4.303 times 0.1 / sqrt(3).
        const numbers = [-0.1, 0, 0.1].map(Math.exp);
        assert.deepEqual(rounded(geometricMean(numbers)), { value: "1.000", low: "0.780", high: "1.282" });
    });

    it("lies in its interval, and follows a change of the unit", () => {
        fc.assert(
            fc.property(rounds, positive, (numbers, unit) => {
                const { value, low, high } = geometricMean(numbers);
                assert.ok(low <= value && value <= high);
                const other = geometricMean(numbers.map((each) => each * unit));
                isClose(other.value, value * unit);
            }),
        );
    });

    it("of one round may lie anywhere", () => {
        const { value, low, high } = geometricMean([2]);
        isClose(value, 2);
        assert.deepEqual([low, high], [0, Infinity]);
    });

    it("of rounds without a difference is sure", () => {
        const { value, low, high } = geometricMean([2, 2]);
        assert.deepEqual([low, high], [value, value]);
    });

    it("has an interval that holds the truth 95 times in 100, from three rounds on", () => {
        const normal = normals();
        const held = Array.from({ length: 4000 }, () => {
            const { low, high } = geometricMean(
                Array.from({ length: 3 }, () => Math.exp(0.3 + 0.1 * normal())),
            );
            return low <= Math.exp(0.3) && Math.exp(0.3) <= high;
        });
        isClose(held.filter(Boolean).length / held.length, 0.95, 0.015);
    });
});

describe("A ratio of what takes turns", () => {
    it("is free of what slows a whole round", () => {
        fc.assert(
            fc.property(rounds, positive, (slowness, ratio) => {
                const { value, low, high } = ratioOf(
                    { ours: slowness.map((each) => each * ratio), byHand: slowness },
                    "ours",
                    "byHand",
                );
                for (const each of [value, low, high]) isClose(each, ratio);
            }),
        );
    });

    it("of two arms has the interval of the paired test of Student", () => {
        const slowness = [3, 1, 2].map(Math.exp);
        const ratios = [-0.1, 0, 0.1].map(Math.exp);
        const turns = { ours: slowness.map((each, i) => each * ratios[i]!), byHand: slowness };
        assert.deepEqual(rounded(ratioOf(turns, "ours", "byHand")), rounded(geometricMean(ratios)));
    });

    it("has an interval that holds the truth 95 times in 100, with four arms and two rounds", () => {
        const normal = normals();
        const held = Array.from({ length: 4000 }, () => {
            const slowness = [5 * normal(), 5 * normal()];
            const turn = (height: number) => slowness.map((slow) => Math.exp(slow + height + 0.1 * normal()));
            const turns = { byHand: turn(0), ours: turn(0.3), one: turn(1), another: turn(2) };
            const { low, high } = ratioOf(turns, "ours", "byHand");
            return low <= Math.exp(0.3) && Math.exp(0.3) <= high;
        });
        isClose(held.filter(Boolean).length / held.length, 0.95, 0.015);
    });

    it("of one round may lie anywhere", () => {
        const { value, low, high } = ratioOf({ ours: [2], byHand: [1] }, "ours", "byHand");
        isClose(value, 2);
        assert.deepEqual([low, high], [0, Infinity]);
    });

    it("needs as many rounds of each arm", () => {
        assert.throws(
            () => ratioOf({ ours: [1, 2], byHand: [1] }, "ours", "byHand"),
            /arms take turns, but ours has 2 rounds and byHand 1/,
        );
    });
});

describe("A verdict", () => {
    const rows: [low: number, high: number, goal: Goal, expected: Verdict][] = [
        [1, 1.04, { atMost: 1.05 }, "met"],
        [1, 1.05, { atMost: 1.05 }, "met"],
        [1.04, 1.06, { atMost: 1.05 }, "undecided"],
        [1.06, 1.2, { atMost: 1.05 }, "missed"],
        [0, Infinity, { atMost: 1.05 }, "undecided"],
        [41, 50, { atLeast: 40 }, "met"],
        [39, 50, { atLeast: 40 }, "undecided"],
        [20, 39, { atLeast: 40 }, "missed"],
    ];
    for (const [low, high, goal, expected] of rows) {
        it(`on ${low} to ${high} with the goal ${JSON.stringify(goal)} is: ${expected}`, () =>
            assert.equal(verdict({ low, high }, goal), expected));
    }
});

describe("Growth", () => {
    const sizes = [1, 1, 1, 100, 100, 100, 1000, 1000, 1000];
    const noise = [0.99, 1, 1.01, 1.005, 0.995, 1, 1.01, 0.99, 1];
    const width = ({ low, high }: Interval) => high - low;
    const points = (value: (n: number) => number) =>
        sizes.map((n, i) => ({ n, value: value(n) * noise[i]! }));

    it("of a straight line is linear, with what each of N adds", () => {
        const { perUnit, verdict: said } = growth(points((n) => 2000 + 30 * n));
        assert.equal(said, "linear");
        assert.ok(perUnit.low < 30 && 30 < perUnit.high && perUnit.high < 31);
    });

    it("with a square that is half of the time at the largest N is worse than linear", () => {
        const { quadraticShare, verdict: said } = growth(points((n) => 2000 + 30 * n + 0.032 * n * n));
        assert.equal(said, "worse than linear");
        isClose(quadraticShare.value, 0.5, 0.03);
    });

    it("tells how much more of the square there is than in what took turns with it, whatever slowed the rounds", () => {
        const slowed = [1, 1.3, 0.8, 1.2, 0.9, 1, 0.8, 1.3, 1];
        const compared = sizes.map((n, i) => ({
            n,
            value: (2000 + 30 * n + 0.02 * n * n) * slowed[i]!,
            of: (2000 + 29 * n + 0.015 * n * n) * slowed[i]!,
        }));
        const { quadraticShare, quadraticExcess } = growth(compared);
        isClose(quadraticExcess!.value, 5000 / 52_000, 0.01);
        assert.ok(width(quadraticExcess!) < width(quadraticShare) / 5);
    });

    it("is undecided where there are no more points than coefficients", () => {
        const few = [1, 100, 1000].map((n) => ({ n, value: 2000 + 30 * n }));
        assert.equal(growth(few).verdict, "undecided");
    });

    it("finds the line and the share of the square that points were made of", () => {
        fc.assert(
            fc.property(positive, positive, positive, (a, b, c) => {
                const exact = sizes.map((n) => ({ n, value: a + b * n + c * n * n }));
                const share = (c * 1000 * 1000) / (a + b * 1000 + c * 1000 * 1000);
                isClose(growth(exact).quadraticShare.value, share, 1e-4);
            }),
        );
    });

    it("finds how much more of the square the points were made of than others", () => {
        fc.assert(
            fc.property(positive, positive, positive, positive, (a, b, c, more) => {
                const exact = sizes.map((n) => {
                    const of = a + b * n + c * n * n;
                    return { n, value: of + more * n * n, of };
                });
                const beyond = (more * 1000 * 1000) / exact.at(-1)!.value;
                isClose(growth(exact).quadraticExcess!.value, beyond, 1e-4);
            }),
        );
    });
});
