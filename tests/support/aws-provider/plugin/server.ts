import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { FunctionType, ResourceType } from "./definition";
import { describe } from "./errors";
import { parseUrn, type Autonaming } from "./names";
import { Provider } from "./provider";
import { bag, changesOf, checkFailure, diffResponse, InitFailed, orInitFailed } from "./responses";
import { schemaOf } from "./schema";
import { fromStruct, toStruct } from "./values";

export interface Package {
    version: string;
    resources: ResourceType[];
    functions: FunctionType[];
}

/** Serves a provider on a free port of this machine. */
export async function serve(pkg: Package): Promise<number> {
    const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
    const server = new grpc.Server(unlimited);
    server.addService(ResourceProviderService, service(pkg));
    return new Promise((resolve, reject) =>
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
            error ? reject(error) : resolve(port),
        ),
    );
}

function service(pkg: Package): grpc.UntypedServiceImplementation {
    const provider = new Provider(pkg.version);
    const resources = new Map(
        pkg.resources.flatMap((type) =>
            [type.token, type.formerToken].filter(Boolean).map((token) => [token, type] as const),
        ),
    );
    const functions = new Map(pkg.functions.map((type) => [type.token, type]));
    const typeOf = (urn: string) => known(resources, parseUrn(urn).type);

    return {
        handshake: unary(() =>
            new proto.ProviderHandshakeResponse()
                .setAcceptSecrets(true)
                .setSupportsAutonamingConfiguration(true),
        ),
        getPluginInfo: unary(() => new PluginInfo().setVersion(pkg.version)),
        getSchema: unary(() => new proto.GetSchemaResponse().setSchema(JSON.stringify(schemaOf(pkg)))),

        checkConfig: unary((request: proto.CheckRequest) => {
            const { values } = fromStruct(request.getNews());
            return new proto.CheckResponse()
                .setInputs(request.getNews())
                .setFailuresList(provider.checkConfig(values).map(checkFailure));
        }),
        diffConfig: unary((request: proto.DiffRequest) => {
            const [olds, news] = [fromStruct(request.getOlds()).values, fromStruct(request.getNews()).values];
            const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
                (key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]),
            );
            return new proto.DiffResponse().setChanges(changesOf(changed.length)).setDiffsList(changed);
        }),
        configure: unary(async (request: proto.ConfigureRequest) => {
            await provider.configure(fromStruct(request.getArgs()).values);
            return new proto.ConfigureResponse()
                .setAcceptsecrets(true)
                .setSupportspreview(true)
                .setSupportsAutonamingConfiguration(true);
        }),

        check: unary((request: proto.CheckRequest) => {
            const type = typeOf(request.getUrn());
            const news = fromStruct(request.getNews());
            const { inputs, failures } = provider.check(type, {
                name: parseUrn(request.getUrn()).name,
                olds: fromStruct(request.getOlds()).values,
                news: news.values,
                seed: request.getRandomseed_asU8(),
                autonaming: autonamingOf(request),
            });
            return new proto.CheckResponse()
                .setInputs(bag(type, inputs, news.secrets))
                .setFailuresList(failures.map(checkFailure));
        }),
        diff: unary((request: proto.DiffRequest) => {
            const type = typeOf(request.getUrn());
            const [olds, news] = [fromStruct(request.getOlds()).values, fromStruct(request.getNews()).values];
            const found = provider.differences(type, olds, news, request.getIgnorechangesList());
            return diffResponse(type, olds, news, found);
        }),
        create: unary(async (request: proto.CreateRequest) => {
            const type = typeOf(request.getUrn());
            const { values, secrets } = fromStruct(request.getProperties());
            const limits = { preview: request.getPreview(), seconds: request.getTimeout() };
            const { id, state } = await orInitFailed(type, secrets, provider.create(type, values, limits));
            return new proto.CreateResponse().setId(id).setProperties(bag(type, state, secrets));
        }),
        read: unary(async (request: proto.ReadRequest) => {
            const type = typeOf(request.getUrn());
            const [state, inputs] = [fromStruct(request.getProperties()), fromStruct(request.getInputs())];
            const read = await provider.read(
                type,
                { id: request.getId(), state: state.values },
                inputs.values,
            );
            if (!read) return new proto.ReadResponse();
            const secrets = new Set([...state.secrets, ...inputs.secrets]);
            return new proto.ReadResponse()
                .setId(read.id)
                .setProperties(bag(type, read.state, secrets))
                .setInputs(bag(type, read.inputs, secrets));
        }),
        update: unary(async (request: proto.UpdateRequest) => {
            const type = typeOf(request.getUrn());
            const news = fromStruct(request.getNews());
            const old = { id: request.getId(), state: fromStruct(request.getOlds()).values };
            const limits = { preview: request.getPreview(), seconds: request.getTimeout() };
            const updating = provider.update(type, old, news.values, request.getIgnorechangesList(), limits);
            const state = await orInitFailed(type, news.secrets, updating);
            return new proto.UpdateResponse().setProperties(bag(type, state, news.secrets));
        }),
        delete: unary(async (request: proto.DeleteRequest) => {
            const state = fromStruct(request.getProperties()).values;
            await provider.delete(
                typeOf(request.getUrn()),
                { id: request.getId(), state },
                request.getTimeout(),
            );
            return new Empty();
        }),
        invoke: unary(async (request: proto.InvokeRequest) => {
            const type = known(functions, request.getTok());
            const args = fromStruct(request.getArgs());
            const { inputs, failures } = provider.checkArgs(type, args.values);
            if (failures.length > 0) {
                return new proto.InvokeResponse().setFailuresList(failures.map(checkFailure));
            }
            const values = await provider.invoke(type, inputs);
            return new proto.InvokeResponse().setReturn(toStruct({ values, secrets: new Set() }));
        }),
        cancel: unary(() => {
            provider.cancel();
            return new Empty();
        }),
        attach: unary(() => new Empty()),
    };
}

function autonamingOf(request: proto.CheckRequest): Autonaming | undefined {
    const given = request.getAutonaming();
    const { PROPOSE, ENFORCE } = proto.CheckRequest.AutonamingOptions.Mode;
    const mode = { [PROPOSE]: "propose", [ENFORCE]: "enforce" } as const;
    return (
        given && { proposedName: given.getProposedName(), mode: mode[given.getMode() as 0 | 1] ?? "disable" }
    );
}

function unary<Request, Response>(handle: (request: Request) => Response | Promise<Response>) {
    return (call: { request: Request }, callback: grpc.sendUnaryData<Response>) => {
        Promise.resolve(call.request)
            .then(handle)
            .then(
                (response) => callback(null, response),
                (error: unknown) =>
                    callback(
                        error instanceof InitFailed
                            ? error
                            : { code: grpc.status.UNKNOWN, details: describe(error) },
                    ),
            );
    };
}

function known<T>(types: Map<string | undefined, T>, token: string): T {
    const type = types.get(token);
    if (type) return type;
    throw new Error(
        `The stand-in for the AWS provider has no ${token}; it has: ${[...types.keys()].join(", ")}.`,
    );
}
