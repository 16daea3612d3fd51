import { status } from "@grpc/grpc-js";
import { setMaxListeners } from "node:events";
import { RpcError } from "./rpcError";

let cancellation = newCancellation();

/** What is under way is answered. A plugin that the engine did not start lives on, for the next deployment. */
export function cancel(): Promise<void> {
    cancellation.abort();
    cancellation = newCancellation();
    return Promise.resolve();
}

function newCancellation(): AbortController {
    const controller = new AbortController();
    // Each component under way listens, however many there are.
    setMaxListeners(0, controller.signal);
    return controller;
}

/** Does the work, unless the deployment is cancelled first: the engine then waits for no more resources. */
export function unlessCancelled<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = cancellation;
    return new Promise((resolve, reject) => {
        const refuse = () => reject(new RpcError(status.CANCELLED, "was canceled before it was complete"));
        signal.addEventListener("abort", refuse);
        work()
            .finally(() => signal.removeEventListener("abort", refuse))
            .then(resolve, reject);
    });
}
