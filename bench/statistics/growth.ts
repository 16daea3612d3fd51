import { type Estimate, standardErrors, sum } from "./interval";
import { type Verdict, verdict } from "./verdict";

export interface Point {
    n: number;
    value: number;
    /** The value of what it is compared with, which took turns with it in the same round. */
    of?: number;
}

/** What its errors are in proportion to. */
interface Scaled extends Point {
    scale: number;
}

export interface Growth {
    /** What each of N adds, by the straight line through the points. */
    perUnit: Estimate;
    /** Which part of the value at the largest N is the term with N². */
    quadraticShare: Estimate;
    /** The term with N² less that of what it is compared with, as a part of the value at the largest N. What slowed a round cancels out. */
    quadraticExcess?: Estimate;
    verdict: "linear" | "worse than linear" | "undecided";
}

/** Up to which part of the value at the largest N the term with N² counts as none. */
export const linearUpTo = 0.1;

const words: Record<Verdict, Growth["verdict"]> = {
    met: "linear",
    missed: "worse than linear",
    undecided: "undecided",
};

/**
 * How values grow over N: `a + b*N + c*N²` is fitted to all rounds. The growth is linear if `c*N²` at the largest N is surely less than
 * a tenth of the value there, worse if it is surely more, and otherwise undecided.
 */
export function growth(points: readonly Point[]): Growth {
    const largest = Math.max(...points.map(({ n }) => n));
    const scaled = points.map(({ n, value }) => ({ n: n / largest, value, scale: value }));
    const line = fit(scaled, 1);
    const curve = fit(scaled, 2);
    const atLargest = sum(curve.map(({ value }) => value));
    const quadraticShare = times(curve[2]!, 1 / atLargest);
    return {
        perUnit: times(line[1]!, 1 / largest),
        quadraticShare,
        ...(points.some(({ of }) => of !== undefined) && {
            quadraticExcess: times(fit(differences(points, largest), 2)[2]!, 1 / atLargest),
        }),
        verdict: words[verdict(quadraticShare, { atMost: linearUpTo })],
    };
}

/** Of the ratios in the rounds, and so without what slowed a round. */
function differences(points: readonly Point[], largest: number): Scaled[] {
    return points.map(({ n, value, of }) => {
        const atN = points.filter((point) => point.n === n);
        const scale = sum(atN.map(({ of }) => of!)) / atN.length;
        return { n: n / largest, value: (value / of! - 1) * scale, scale };
    });
}

const times = ({ value, low, high }: Estimate, factor: number): Estimate => ({
    value: value * factor,
    low: low * factor,
    high: high * factor,
});

/**
 * The coefficients of the polynomial by least squares of the errors relative to the scale, as what disturbs a run lasts as long as the
 * run. The intervals are those of Student's t.
 */
function fit(points: readonly Scaled[], degree: number): Estimate[] {
    const rows = points.map(({ n, scale }) =>
        Array.from({ length: degree + 1 }, (_, power) => n ** power / scale),
    );
    const values = points.map(({ value, scale }) => value / scale);
    const size = degree + 1;
    const normal = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => sum(rows.map((row) => row[i]! * row[j]!))),
    );
    const inverse = inverted(normal);
    const right = Array.from({ length: size }, (_, i) => sum(rows.map((row, k) => row[i]! * values[k]!)));
    const coefficients = inverse.map((row) => sum(row.map((each, j) => each * right[j]!)));
    const residuals = rows.map((row, k) => values[k]! - sum(row.map((each, j) => each * coefficients[j]!)));
    const freedom = points.length - size;
    const variance = sum(residuals.map((each) => each ** 2)) / Math.max(freedom, 1);
    return coefficients.map((value, i) => {
        const reach = standardErrors(freedom) * Math.sqrt(variance * inverse[i]![i]!);
        return { value, low: value - reach, high: value + reach };
    });
}

/** By Gauss and Jordan, of a matrix that is positive definite. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
    const size = matrix.length;
    const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
    for (let column = 0; column < size; column++) {
        const pivot = rows[column]![column]!;
        rows[column] = rows[column]!.map((each) => each / pivot);
        for (let row = 0; row < size; row++) {
            if (row === column) continue;
            const factor = rows[row]![column]!;
            rows[row] = rows[row]!.map((each, j) => each - factor * rows[column]![j]!);
        }
    }
    return rows.map((row) => row.slice(size));
}
