import type { Fact, Facts } from "../../../doctor/facts";
import { isRead } from "../../../doctor/facts";

/** Facts that a break changes. */
export type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

export type FactsDraft = Draft<Facts>;

export const draftOf = (facts: Facts): FactsDraft => structuredClone(facts) as FactsDraft;

/** What was read, to be changed. */
export function inside<T>(fact: Draft<Fact<T>>): T {
    if (!isRead(fact as Fact<T>)) throw new Error("A break needs a fact that was read.");
    return (fact as { read: T }).read;
}
