import { execFile, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";
import { spawnGuarded } from "../../tools/toolchain/processes";

/** A plugin that was started as the engine starts it: with a command that prints the port when it can be called. */
export class RunningPlugin {
    private constructor(
        private readonly child: ChildProcess,
        private readonly port: string,
        /** From the start of the process to its port. */
        readonly millisecondsToPort: number,
    ) {}

    static async start([command, ...args]: Command): Promise<RunningPlugin> {
        const start = performance.now();
        const child = spawnGuarded(command, args, { stdio: ["ignore", "pipe", "inherit"] });
        const ended = once(child, "close").then(([code]) => {
            throw new Error(`${[command, ...args].join(" ")} ended with ${code} before it printed a port`);
        });
        const [port] = (await Promise.race([once(createInterface(child.stdout!), "line"), ended])) as [
            string,
        ];
        ended.catch(() => "as it was stopped");
        return new RunningPlugin(child, port, performance.now() - start);
    }

    /** What is resident in memory now, the executable's own pages included. */
    async megabytes(): Promise<number> {
        const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(this.child.pid)]);
        return Number(stdout) / 1024;
    }

    async schema(): Promise<string> {
        const client = new ResourceProviderClient(`127.0.0.1:${this.port}`, credentials.createInsecure());
        try {
            const response = await new Promise<GetSchemaResponse>((resolve, reject) => {
                client.getSchema(new GetSchemaRequest(), (error, answer) =>
                    error ? reject(error) : resolve(answer),
                );
            });
            return response.getSchema();
        } finally {
            client.close();
        }
    }

    async stop(): Promise<void> {
        this.child.kill("SIGKILL");
        if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
    }
}

export type Command = readonly [string, ...string[]];
