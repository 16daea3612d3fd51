import * as grpc from "@grpc/grpc-js";

export interface Listening {
    address: string;
    /** Goes away as at a kill: what is under way gets no answer. */
    stop(): void;
}

/** Serves on this machine, at a free port. */
export async function listen(
    ...services: [grpc.ServiceDefinition, grpc.UntypedServiceImplementation][]
): Promise<Listening> {
    const server = new grpc.Server();
    for (const [definition, implementation] of services) server.addService(definition, implementation);
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        );
    });
    return { address: `127.0.0.1:${port}`, stop: () => server.forceShutdown() };
}
