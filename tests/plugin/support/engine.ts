import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { listen, type Listening } from "./listen";
import { idOf } from "./wire";

/** What a user would see. */
export interface Logged {
    severity: "info" | "warning" | "error";
    on: string;
    message: string;
}

/** Stands in for the engine, as far as a plugin calls it. */
export interface Engine extends Listening {
    logged: Logged[];
    /** Every message, also those for debugging. */
    messages: string[];
}

export async function startEngine(): Promise<Engine> {
    const logged: Logged[] = [];
    const messages: string[] = [];
    const service: Partial<IEngineServer> = {
        log: ({ request }, callback) => {
            const severity = severities[request.getSeverity()];
            messages.push(request.getMessage());
            if (severity)
                logged.push({ severity, on: idOf(request.getUrn()), message: request.getMessage() });
            callback(null, new Empty());
        },
    };
    return { logged, messages, ...(await listen([EngineService, service as IEngineServer])) };
}

const severities: Partial<Record<LogSeverity, Logged["severity"]>> = {
    [LogSeverity.INFO]: "info",
    [LogSeverity.WARNING]: "warning",
    [LogSeverity.ERROR]: "error",
};
