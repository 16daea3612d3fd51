import { main } from "@pulumi/pulumi/provider";
import { exitWithEngine } from "./engine";
import { plugin } from "./plugin";

async function serve(): Promise<void> {
    const args = process.argv.slice(2);
    // The engine is on this machine, whatever proxy there is for others.
    process.env.no_grpc_proxy = "127.0.0.1,localhost";
    // Prints the port, by which the engine knows that the plugin is there.
    await main(plugin, args);
    exitWithEngine(args);
}

void serve();
