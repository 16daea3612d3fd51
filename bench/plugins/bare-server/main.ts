import {
    Server,
    ServerCredentials,
    type ServiceDefinition,
    status,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

const unimplemented = (_: unknown, answer: (error: { code: status }) => void) =>
    answer({ code: status.UNIMPLEMENTED });

// The least that the engine could call: it has all methods of a provider, and does nothing in any.
const server = new Server();
const methods = Object.keys(ResourceProviderService).map((method) => [method, unimplemented]);
const service = ResourceProviderService as unknown as ServiceDefinition;
server.addService(service, Object.fromEntries(methods) as UntypedServiceImplementation);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    console.log(String(port));
});
