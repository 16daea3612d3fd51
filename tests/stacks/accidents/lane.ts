import { join } from "node:path";
import { Forked } from "../../support/forked";
import type { Happening, Seen } from "./happen";

/** What the process of a lane answers. */
export type Answer = { seen: Seen } | { failure: string };

interface Lane {
    happen: (happening: Happening) => Promise<Seen>;
    stop: () => Promise<void>;
}

/**
 * Lets one accident after another happen, in a process with an AWS of its own: the Automation API takes an error of any
 * program in a process for one of every program that runs there at the time, and programs in accidents have errors.
 */
export function startLane(): Lane {
    const lane = new Forked<Happening, Answer>(join(__dirname, "laneProcess.ts"));
    return {
        happen: async (happening) => {
            const answer = await lane.ask(happening);
            if ("failure" in answer) throw new Error(answer.failure);
            return answer.seen;
        },
        stop: () => lane.stop(),
    };
}
