/** Where a number lies, with a confidence of 95%. */
export interface Interval {
    low: number;
    high: number;
}

export interface Estimate extends Interval {
    value: number;
}

/** The 97.5% quantiles of Student's t distribution, from one degree of freedom on. */
const quantiles = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
    2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** By how many standard errors the interval reaches to each side. Beyond the table, its last row: a little too many. */
export function standardErrors(degreesOfFreedom: number): number {
    if (degreesOfFreedom < 1) return Infinity;
    return quantiles[Math.min(degreesOfFreedom, quantiles.length) - 1]!;
}

export const median = (numbers: readonly number[]): number => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * The geometric mean of positive numbers, with its interval: that of the mean of their logarithms by Student's t. It is right for
 * as few as three rounds, where a bootstrap would be too sure.
 */
export function geometricMean(numbers: readonly number[]): Estimate {
    const count = numbers.length;
    const logarithms = numbers.map(Math.log);
    const mean = sum(logarithms) / count;
    const value = Math.exp(mean);
    if (numbers.every((each) => each === numbers[0]) && count > 1) return { value, low: value, high: value };
    const variance = sum(logarithms.map((each) => (each - mean) ** 2)) / (count - 1);
    const reach = count < 2 ? Infinity : standardErrors(count - 1) * Math.sqrt(variance / count);
    return { value, low: Math.exp(mean - reach), high: Math.exp(mean + reach) };
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
