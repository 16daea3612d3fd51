import { inTurns, type Turn } from "../measure/inTurns";
import { plugins } from "../measure/plugins";
import { type Command, RunningPlugin } from "../measure/runningPlugin";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";

/**
 * Pulumi's host compiles and analyzes the sources only when it is asked for the schema, or to construct. So it is measured at its port,
 * and when it has answered and can serve. Its memory has a goal only then: at the port even a bare server in Node.js needs a fourteenth of it.
 */
export async function start(run: Run): Promise<Record<string, Rounds>> {
    const { bare, script, executable, stock, stockDeepImports } = await plugins();
    const ours = await inTurns(run, {
        title: "to the port",
        rounds: roundsOf(run, rounds.start),
        arms: { bare: toPort(bare), script: toPort(script), executable: toPort(executable) },
    });
    const againstStock = await inTurns(run, {
        title: "against Pulumi's host",
        rounds: roundsOf(run, rounds.stockHost),
        arms: {
            script: toSchema(script),
            stock: toSchema(stock),
            stockDeepImports: toSchema(stockDeepImports),
        },
    });
    return { ...ours, ...againstStock };
}

const toPort =
    (command: Command): Turn<"port"> =>
    async () => {
        const plugin = await RunningPlugin.start(command);
        await plugin.stop();
        return { port: plugin.millisecondsToPort };
    };

const toSchema = (command: Command) => async () => {
    const plugin = await RunningPlugin.start(command);
    try {
        const stockPort = plugin.millisecondsToPort;
        const stockMemoryAtPort = await plugin.megabytes();
        const asked = performance.now();
        await plugin.schema();
        const stockSchema = stockPort + performance.now() - asked;
        return { stockPort, stockSchema, stockMemoryAtPort, stockMemory: await plugin.megabytes() };
    } finally {
        await plugin.stop();
    }
};
