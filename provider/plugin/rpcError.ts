import type { status } from "@grpc/grpc-js";

/** An error that is answered with a status of gRPC. */
export class RpcError extends Error {
    constructor(
        readonly code: status,
        message: string,
    ) {
        super(message);
    }
}
