import assert from "node:assert/strict";
import { type Command, parsed } from "../../../bench/arguments";
import { partNames } from "../../../bench/tables";

describe("The command line of the bench", () => {
    const rows: [line: string, command: Command][] = [
        ["", { do: "measure", parts: partNames, quick: false }],
        ["size", { do: "measure", parts: ["size"], quick: false }],
        ["size start size", { do: "measure", parts: ["start", "size"], quick: false }],
        ["--quick", { do: "measure", parts: partNames, quick: true }],
        ["size --quick", { do: "measure", parts: ["size"], quick: true }],
        ["--plot", { do: "draw" }],
        ["profile", { do: "profile all" }],
        ["profile plugin 100", { do: "profile", what: "plugin", components: 100 }],
        ["profile engine 25", { do: "profile", what: "engine", components: 25 }],
        ["profile floor 1", { do: "profile", what: "floor", components: 1 }],
    ];
    for (const [line, command] of rows) {
        it(`"${line}" is understood`, () => assert.deepEqual(parsed(wordsOf(line)), command));
    }

    const mistakes: [line: string, message: string][] = [
        ["sizes", "sizes: unknown part."],
        ["--fast", "--fast: unknown option."],
        ["--plot size", "--plot: cannot be used with other arguments."],
        ["profile provider 100", "provider: unknown process."],
        ["profile plugin", "profile plugin: requires one number of components, but received nothing."],
        ["profile plugin 0", "profile plugin: requires one number of components, but received 0."],
        ["profile plugin 1 2", "profile plugin: requires one number of components, but received 1 2."],
    ];
    for (const [line, message] of mistakes) {
        it(`"${line}" is an error that lists the parts`, () => {
            assert.throws(
                () => parsed(wordsOf(line)),
                (error: Error) =>
                    error.message.startsWith(`${message}\nUsage:\n`) &&
                    error.message.includes(`\nParts: ${partNames.join(", ")}\n`),
            );
        });
    }
});

const wordsOf = (line: string) => line.split(" ").filter((word) => word !== "");
