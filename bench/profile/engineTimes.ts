import { gunzipSync } from "node:zlib";
import { Profile } from "pprof-format";

/** What the engine does in these functions of Go. The state has one manager, which writes it before and after each step. */
const owners: [part: string, isIn: (name: string) => boolean][] = [
    ["writing the state", (name) => name.includes("/backend.(*SnapshotManager).")],
    ["garbage collection", (name) => /^runtime\.(gcBgMarkWorker|bgsweep|bgscavenge)/.test(name)],
];

/** Milliseconds of CPU time by what the engine does, from what Pulumi writes with `--profiling`. */
export function engineTimes(file: Uint8Array): Map<string, number> {
    const { sample, location, function: functions, stringTable } = Profile.decode(gunzipSync(file));
    const names = new Map(functions.map(({ id, name }) => [id, stringTable.strings[Number(name)]!]));
    const namesAt = new Map(
        location.map(({ id, line }) => [id, line.map(({ functionId }) => names.get(functionId)!)]),
    );
    const times = new Map<string, number>();
    for (const { locationId, value } of sample) {
        const stack = locationId.flatMap((id) => namesAt.get(id)!);
        const [owner] = owners.find(([, isIn]) => stack.some(isIn)) ?? ["all else"];
        // Each has the number of samples, and the nanoseconds they stand for.
        times.set(owner, (times.get(owner) ?? 0) + Number(value[1]) / 1e6);
    }
    return times;
}
