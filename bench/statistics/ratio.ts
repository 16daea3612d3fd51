import { type Estimate, standardErrors, sum } from "./interval";

/**
 * How many times as much `arm` is as `of`, of all that took turns in the same rounds: a two-way analysis of variance of the logarithms
 * (a randomized block design). What a round slows, it slows for all. What is left over tells how much single turns vary, and is
 * known the better the more arms there are.
 */
export function ratioOf(rounds: Record<string, readonly number[]>, arm: string, of: string): Estimate {
    const arms = Object.keys(rounds);
    const count = rounds[arm]!.length;
    const other = arms.find((each) => rounds[each]!.length !== count);
    if (other !== undefined) {
        throw new Error(
            `arms take turns, but ${arm} has ${count} rounds and ${other} ${rounds[other]!.length}`,
        );
    }
    const logarithms = Object.fromEntries(arms.map((each) => [each, rounds[each]!.map(Math.log)]));
    const ofArm = Object.fromEntries(arms.map((each) => [each, mean(logarithms[each]!)]));
    const ofRound = rounds[arm]!.map((_, round) => mean(arms.map((each) => logarithms[each]![round]!)));
    const ofAll = mean(ofRound);
    const left = arms.flatMap((each) =>
        logarithms[each]!.map((value, round) => value - ofArm[each]! - ofRound[round]! + ofAll),
    );
    const freedom = (count - 1) * (arms.length - 1);
    const variance = sum(left.map((each) => each ** 2)) / Math.max(freedom, 1);
    const difference = ofArm[arm]! - ofArm[of]!;
    const reach = freedom < 1 ? Infinity : standardErrors(freedom) * Math.sqrt((2 * variance) / count);
    return {
        value: Math.exp(difference),
        low: Math.exp(difference - reach),
        high: Math.exp(difference + reach),
    };
}

const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
