import { interleaved } from "./interleaved";
import type { Plugins } from "./plugins";
import { type Command, RunningPlugin } from "./runningPlugin";
import { atLeast, type Section } from "./table";

/**
 * Against Pulumi's own host for components, which compiles and analyzes their sources whenever it is started: the
 * sources only when it is asked for the schema, or to construct. So it is measured at its port, and when it has answered.
 */
export async function stockHost(
    { script, stock, stockWholeSdk }: Plugins,
    rounds: number,
): Promise<Section[]> {
    const measured = await interleaved(rounds, {
        script: () => startAndSchema(script),
        stock: () => startAndSchema(stock),
        stockWholeSdk: () => startAndSchema(stockWholeSdk),
    });
    const labels = {
        script: "the plugin, as a script",
        stock: "the stock host, the same sources",
        stockWholeSdk: "the stock host, `import * as aws`",
    };
    const section = (title: string, measure: Measure, unit: string, goal: number): Section => ({
        title,
        rows: (["script", "stock", "stockWholeSdk"] as const).map((name) => ({
            label: labels[name],
            value: `${measured[name][measure].toFixed(0)} ${unit}`,
            ...(name === "script" ? {} : atLeast(goal, measured[name][measure] / measured.script[measure])),
        })),
    });
    return [
        section("Start, to the port", "toPort", "ms", 40),
        section("Start, to the schema", "toSchema", "ms", 40),
        section("Resident memory, at the port", "memoryAtPort", "MB", 15),
        section("Resident memory, after the schema", "memoryAfterSchema", "MB", 15),
    ];
}

type Measure = "toPort" | "toSchema" | "memoryAtPort" | "memoryAfterSchema";

async function startAndSchema(command: Command): Promise<Record<Measure, number>> {
    const plugin = await RunningPlugin.start(command);
    try {
        const toPort = plugin.millisecondsToPort;
        const memoryAtPort = await plugin.megabytes();
        const asked = performance.now();
        await plugin.schema();
        const toSchema = toPort + performance.now() - asked;
        return { toPort, toSchema, memoryAtPort, memoryAfterSchema: await plugin.megabytes() };
    } finally {
        await plugin.stop();
    }
}
