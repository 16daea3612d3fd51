import { interleaved } from "./interleaved";
import type { Plugins } from "./plugins";
import { type Command, RunningPlugin } from "./runningPlugin";
import { atMost, type Section } from "./table";

/** From the start of the process until it prints its port, against a gRPC server that does nothing else. */
export async function pluginStart({ bare, script, executable }: Plugins, rounds: number): Promise<Section> {
    const times = await interleaved(rounds, {
        bare: () => timeToPort(bare),
        script: () => timeToPort(script),
        executable: () => timeToPort(executable),
    });
    const baseline = times.bare.milliseconds;
    const row = (label: string, milliseconds: number) => ({ label, value: `${milliseconds.toFixed(0)} ms` });
    return {
        title: "Start of the plugin, to its port",
        rows: [
            row("a bare gRPC server in Node.js", baseline),
            {
                ...row("the plugin, as a script", times.script.milliseconds),
                ...atMost(times.script.milliseconds / baseline, 1.5),
            },
            {
                ...row("the plugin, as an executable", times.executable.milliseconds),
                ...atMost(times.executable.milliseconds / baseline, 1.25),
            },
        ],
    };
}

async function timeToPort(command: Command): Promise<{ milliseconds: number }> {
    const plugin = await RunningPlugin.start(command);
    await plugin.stop();
    return { milliseconds: plugin.millisecondsToPort };
}
