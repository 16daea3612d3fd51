import { runtime } from "@pulumi/pulumi";

/**
 * Has each run in this process make connections of its own. The SDK never closes those of an inline program, and gRPC shares
 * what two clients have of one address: where an engine got the port of an earlier one, its run got a connection that had
 * failed already. The SDK drops that error, and a program that registered nothing means that all is to be deleted.
 */
export function makeOwnConnections(): void {
    // Not in the SDK's types.
    const { grpcClientOptions } = runtime as unknown as { grpcClientOptions: Record<string, unknown> };
    grpcClientOptions["grpc.use_local_subchannel_pool"] = 1;
}
