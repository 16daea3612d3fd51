import { main } from "@pulumi/pulumi/provider";
import { isForDoctor, runDoctor } from "./doctor";
import { exitWithEngine } from "./exitWithEngine";
import { isolateRejections } from "./isolation";
import { plugin } from "./plugin";
import { recognizeResources } from "./resources";

async function serve(): Promise<void> {
    const args = process.argv.slice(2);
    if (isForDoctor(args)) return runDoctor(args);
    // The engine is on this machine, whatever proxy there is for others.
    process.env.no_grpc_proxy = "127.0.0.1,localhost";
    recognizeResources();
    // Prints the port, by which the engine knows that the plugin is there.
    await main(plugin, args);
    isolateRejections();
    exitWithEngine(args);
}

void serve();
