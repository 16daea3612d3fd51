import type { Interval } from "./interval";

export type Verdict = "met" | "missed" | "undecided";

export type Goal = { atMost: number } | { atLeast: number };

/** A goal is met if the whole interval keeps to it, and missed if nothing in it does. */
export function verdict({ low, high }: Interval, goal: Goal): Verdict {
    if ("atMost" in goal) return high <= goal.atMost ? "met" : low > goal.atMost ? "missed" : "undecided";
    return low >= goal.atLeast ? "met" : high < goal.atLeast ? "missed" : "undecided";
}
