import { interleaved } from "./interleaved";
import type { Plugins } from "./plugins";
import { type Command, RunningPlugin } from "./runningPlugin";
import { atLeast, type Section } from "./table";

/**
 * Against Pulumi's own host for components, which compiles and analyzes their sources whenever it is started: the
 * sources only when it is asked for the schema, or to construct. So it is measured at its port, and when it has answered
 * and can serve. Its memory has a goal only then: at the port even a bare server in Node.js needs a fourteenth of it.
 */
export async function stockHost(
    { script, stock, stockDeepImports }: Plugins,
    rounds: number,
): Promise<Section[]> {
    const measured = await interleaved(rounds, {
        script: () => startAndSchema(script),
        stock: () => startAndSchema(stock),
        stockDeepImports: () => startAndSchema(stockDeepImports),
    });
    const section = (title: string, measure: Measure, unit: string, goal?: number): Section => {
        const ours = measured.script[measure];
        const row = (label: string, value: number) => ({ label, value: `${value.toFixed(0)} ${unit}` });
        const { stock, stockDeepImports } = measured;
        return {
            title,
            rows: [
                row("the plugin, as a script", ours),
                { ...row("the stock host", stock[measure]), ...atLeast(stock[measure] / ours, goal) },
                {
                    ...row("the stock host, with our deep imports", stockDeepImports[measure]),
                    ...atLeast(stockDeepImports[measure] / ours),
                },
            ],
        };
    };
    return [
        section("Start, to the port", "toPort", "ms", 40),
        section("Start, to the schema", "toSchema", "ms", 40),
        section("Resident memory, at the port", "memoryAtPort", "MB"),
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
