import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { projectFolder } from "../../../tools/project";

export const executable = join(projectFolder, "bin/pulumi-resource-aurora-s3-access");

interface Launch {
    command?: string;
    args?: string[];
    cwd?: string;
    env?: NodeJS.ProcessEnv;
}

/** Starts the plugin and speaks to it as the engine does. */
export class Plugin {
    /** All that it printed to its standard output so far. */
    readonly printed: string[] = [];
    /** The same of its standard error, which is also printed here. */
    complaints = "";

    private constructor(
        readonly process: ChildProcess,
        private readonly client: ResourceProviderClient,
    ) {}

    static async start({
        command = executable,
        args = [],
        cwd = projectFolder,
        env = process.env,
    }: Launch = {}): Promise<Plugin> {
        const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
        child.stderr.pipe(process.stderr, { end: false });
        const lines = createInterface(child.stdout);
        const ended = once(child, "exit").then(([code]) => {
            throw new Error(`the plugin ended with ${code} before it printed its port`);
        });
        const [port] = (await Promise.race([once(lines, "line"), ended])) as [string];
        ended.catch(() => undefined);
        const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
        const plugin = new Plugin(child, client);
        plugin.printed.push(port);
        lines.on("line", (line) => plugin.printed.push(line));
        child.stderr.on("data", (chunk: Buffer) => (plugin.complaints += chunk.toString()));
        return plugin;
    }

    get runs(): boolean {
        return this.process.exitCode === null && this.process.signalCode === null;
    }

    async stop(): Promise<void> {
        this.client.close();
        if (!this.runs) return;
        this.process.kill();
        await once(this.process, "exit");
    }

    /** Sends a request, and fails with a `CallFailure` where an error is answered. */
    call<Response>(method: keyof ResourceProviderClient, request: unknown): Promise<Response> {
        return new Promise((resolve, reject) => {
            const client = this.client as unknown as Record<string, Send<Response>>;
            client[method]!(request, (error, response) =>
                error ? reject(new CallFailure(error)) : resolve(response),
            );
        });
    }
}

type Send<Response> = (
    request: unknown,
    callback: (error: grpc.ServiceError | null, response: Response) => void,
) => void;

/** An error that was answered, with what the engine reads of it. */
export class CallFailure extends Error {
    readonly status: string;
    /** The mistakes in the inputs, by property path; the last one of a path. */
    readonly mistakes: Record<string, string>;
    /** All mistakes in the inputs, those that stand in the message first. */
    readonly told: string[];

    constructor({ code, details, metadata }: grpc.ServiceError) {
        super(details);
        this.status = grpc.status[code];
        const errors = (metadata.get("grpc-status-details-bin") as Buffer[])
            .flatMap((packed) => Status.deserializeBinary(packed).getDetailsList())
            .flatMap((detail) =>
                detail.unpack(readErrors, "pulumirpc.InputPropertiesError")!.getErrorsList(),
            );
        const ofProperties = errors.map((error) => [error.getPropertyPath(), error.getReason()] as const);
        this.mistakes = Object.fromEntries(ofProperties);
        const [, ...inMessage] = details.split("\n  ");
        this.told = [...inMessage, ...ofProperties.map(([path, reason]) => `${path}: ${reason}`)];
    }
}

const readErrors = (bytes: Uint8Array) => InputPropertiesError.deserializeBinary(bytes);

export async function failureOf(call: Promise<unknown>): Promise<CallFailure> {
    const outcome = await call.catch((error: unknown) => error);
    if (outcome instanceof CallFailure) return outcome;
    throw new Error("the call was expected to be answered with an error", { cause: outcome });
}
