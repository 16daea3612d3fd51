import type { Facts } from "./facts";
import type { Diagnosis } from "./finding";

/** Which link of the chain is broken, causes before their consequences. Pure: the same facts give the same diagnosis. */
export function diagnose(facts: Facts): Diagnosis {
    throw new Error(`not implemented: ${facts.asked.identifier}`);
}
