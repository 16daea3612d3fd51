import { setUp } from "../../support/setUp";
import { happen, type Happening } from "./happen";
import type { Answer } from "./lane";

/** The process of a lane: it lets happen what it is sent, and ends when nobody is there to send more. */
const setup = setUp();

process.on("message", (happening: Happening) => {
    const answer = (it: Answer) => void process.send!(it);
    setup
        .then((it) => happen(happening, it))
        .then(
            (seen) => answer({ seen }),
            (error: Error) => answer({ failure: error.stack ?? error.message }),
        );
});

// What a program of a run that is over still waited for.
process.on("unhandledRejection", () => undefined);

process.on("disconnect", () => {
    void setup
        .then(({ aws }) => aws.stop())
        .catch(() => undefined)
        .finally(() => process.exit());
});
