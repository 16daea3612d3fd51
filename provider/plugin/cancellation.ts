import { status } from "@grpc/grpc-js";
import { RpcError } from "./rpcError";

const cancellation = new AbortController();

/** From now on nothing is begun, and what is under way is answered. */
export function cancel(): Promise<void> {
    cancellation.abort();
    return Promise.resolve();
}

/** Does the work, unless the deployment is cancelled first: the engine then waits for no more resources. */
export function unlessCancelled<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = cancellation;
    return new Promise((resolve, reject) => {
        const refuse = () =>
            reject(new RpcError(status.CANCELLED, "is not complete, as the deployment is being ended"));
        if (signal.aborted) return refuse();
        signal.addEventListener("abort", refuse);
        work()
            .finally(() => signal.removeEventListener("abort", refuse))
            .then(resolve, reject);
    });
}
