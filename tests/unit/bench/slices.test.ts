import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type Sliced, timeInSlices } from "../../../bench/measure/slices";

/** A shell whose child says that it runs, until it has done so `times` times. */
function ticking(times: number, tick: () => void, code = 0): Sliced & { ended: () => Promise<void> } {
    let ended: Promise<void> | undefined;
    const script = `let left = ${times};
        const timer = setInterval(() => {
            console.log("tick");
            if (--left === 0) { clearInterval(timer); process.exitCode = ${code}; }
        }, 20);`;
    return {
        start() {
            const shell = spawn("sh", ["-c", `"$0" -e '${script}'; exit $?`, process.execPath]);
            createInterface(shell.stdout).on("line", tick);
            ended = once(shell, "close").then(([code]) => {
                if (code !== 0) throw new Error(`ended with ${code}`);
            });
            return { pid: shell.pid!, ended };
        },
        ended: () => ended!,
    };
}

describe("Commands in slices", () => {
    it("go on one at a time, with the processes that they started", async () => {
        const ticks: string[] = [];
        const commands = {
            one: ticking(65, () => ticks.push("one")),
            other: ticking(65, () => ticks.push("other")),
        };
        await timeInSlices(commands, ["other", "one"]);
        // Two slices each, or some more on a busy machine. At the same time they would take turns at each tick.
        const turns = ticks.filter((name, i) => name !== ticks[i - 1]);
        assert.ok(turns.length >= 4 && turns.length <= 12, turns.join(" "));
    }).timeout(20_000);

    it("end with the error of one, and none is left behind stopped", async () => {
        const [long, failing] = [ticking(65, () => undefined), ticking(2, () => undefined, 3)];
        await assert.rejects(timeInSlices({ long, failing }, ["long", "failing"]), {
            message: "ended with 3",
        });
        await long.ended();
    }).timeout(20_000);
});
