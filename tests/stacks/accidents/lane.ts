import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";
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
    const execArgv = ["--require", join(projectFolder, "tests/register.js")];
    const child = fork(join(__dirname, "laneProcess.ts"), { execArgv });
    const exited = once(child, "exit");
    return {
        happen: async (happening) => {
            child.send(happening);
            const gone = exited.then(() => {
                throw new Error("the process of the accidents has ended");
            });
            const [answer] = (await Promise.race([once(child, "message"), gone])) as [Answer];
            if ("failure" in answer) throw new Error(answer.failure);
            return answer.seen;
        },
        stop: async () => {
            child.disconnect();
            await exited;
        },
    };
}
