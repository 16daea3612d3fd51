import { main } from "@pulumi/pulumi/provider";
import { exitWithEngine } from "./engine";
import { plugin } from "./plugin";

async function serve(): Promise<void> {
    const args = process.argv.slice(2);
    // Prints the port, by which the engine knows that the plugin is there.
    await main(plugin, args);
    exitWithEngine(args);
}

void serve();
