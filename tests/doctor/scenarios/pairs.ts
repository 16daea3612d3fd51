import type { Scenario } from "./scenario";

/** Both at once: the doctor says of each what it says of it alone, in the order of the chain. */
export function pair(one: Scenario, other: Scenario): Scenario {
    return {
        what: `${one.what}, and ${other.what}`,
        breaks: async (account) => {
            await one.breaks(account);
            await other.breaks(account);
        },
        codes: [...one.codes, ...other.codes].sort(),
        ...(one.isFixed && other.isFixed && { isFixed: true }),
    };
}
