import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type Sliced, timeInSlices } from "../../../bench/measure/slices";

/** A shell whose child, with these arguments, says that it runs, until it has done so `times` times. */
function ticking(
    times: number,
    tick: () => void,
    { code = 0, args = [] as string[] } = {},
): Sliced & { ended: () => Promise<void> } {
    let ended: Promise<void> | undefined;
    const script = `let left = ${times};
        const timer = setInterval(() => {
            console.log("tick");
            if (--left === 0) { clearInterval(timer); process.exitCode = ${code}; }
        }, 20);`;
    return {
        start() {
            const shell = spawn("sh", ["-c", `"$0" -e '${script}' "$@"; exit $?`, process.execPath, ...args]);
            createInterface(shell.stdout).on("line", tick);
            ended = once(shell, "close").then(([code]) => {
                if (code !== 0) throw new Error(`ended with ${code}`);
            });
            return { pid: shell.pid!, ended };
        },
        ended: () => ended!,
    };
}

/** Which of two commands ticked after the other, as often as they took turns. */
async function turnsOfTicks(times: number, ...args: string[]): Promise<string[]> {
    const ticks: string[] = [];
    const commands = {
        one: ticking(times, () => ticks.push("one"), { args }),
        other: ticking(times, () => ticks.push("other"), { args }),
    };
    await timeInSlices(["other", "one"], (name: keyof typeof commands) => commands[name]);
    return ticks.filter((name, i) => name !== ticks[i - 1]);
}

describe("Commands in slices", () => {
    it("go on one at a time, with the processes that they started", async () => {
        const turns = await turnsOfTicks(65);
        // Two slices each, or some more on a busy machine.
        assert.ok(turns.length >= 4 && turns.length <= 12, turns.join(" "));
    }).timeout(20_000);

    it("leave language hosts running", async () => {
        // Two seconds of these three both run.
        const turns = await turnsOfTicks(150, "pulumi-language-nodejs");
        assert.ok(turns.length > 20, turns.join(" "));
    }).timeout(20_000);

    it("end with the error of one, and none is left behind stopped", async () => {
        const [long, failing] = [ticking(65, () => undefined), ticking(2, () => undefined, { code: 3 })];
        const commands = { long, failing };
        await assert.rejects(
            timeInSlices(["long", "failing"], (name: keyof typeof commands) => commands[name]),
            { message: "ended with 3" },
        );
        await long.ended();
    }).timeout(20_000);
});
