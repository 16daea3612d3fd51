import assert from "node:assert/strict";
import type { Measured } from "../../../bench/report/results";
import { together } from "../../../bench/report/together";

const taken = { date: "2026-01-31", machine: "linux", versions: { "Node.js": "20.19.0" } };
const run = (numbers: number[], changed: Partial<Measured["taken"]> = {}, row = "component"): Measured => ({
    taken: { ...taken, sources: "0123", runs: 1, seconds: 60, ...changed },
    rounds: { up1: { [row]: numbers } },
});

describe("Runs of a part", () => {
    it("count together if they measured the same, and the page describes the last", () => {
        const first = run([1, 2]);
        const second = run([3], { date: "2026-02-01", seconds: 50 });
        assert.deepEqual(together(together(undefined, first), second), {
            taken: { ...second.taken, runs: 2 },
            rounds: { up1: { component: [1, 2, 3] } },
        });
    });

    const others: [what: string, earlier: Measured][] = [
        ["other sources", run([1], { sources: "4567" })],
        ["another machine", run([1], { machine: "darwin" })],
        ["other versions", run([1], { versions: { "Node.js": "22.1.0" } })],
        ["other rows", run([1], {}, "plugin")],
        ["other tables", { ...run([1]), rounds: { up25: { component: [1] } } }],
    ];
    for (const [what, earlier] of others) {
        it(`do not count with ${what}`, () => {
            const now = run([3]);
            assert.deepEqual(together(earlier, now), now);
        });
    }
});
