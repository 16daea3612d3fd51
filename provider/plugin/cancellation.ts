import { status } from "@grpc/grpc-js";
import { once } from "node:events";
import { RpcError } from "./rpcError";

const cancellation = new AbortController();

/** From now on nothing is begun, and what is under way is answered. */
export function cancel(): Promise<void> {
    cancellation.abort();
    return Promise.resolve();
}

/** Does the work, unless the deployment is cancelled first: the engine then waits for no more resources. */
export async function unlessCancelled<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = cancellation;
    const cancelled = signal.aborted ? Promise.resolve() : once(signal, "abort");
    const refused = cancelled.then(() => {
        throw new RpcError(status.CANCELLED, "the deployment was cancelled");
    });
    return Promise.race(signal.aborted ? [refused] : [work(), refused]);
}
