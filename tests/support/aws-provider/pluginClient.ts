import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { awsPlugin } from "./home";

export type Props = Record<string, JavaScriptValue>;

export interface Resource {
    id: string;
    inputs: Props;
    state: Props;
}

/** How the wire writes what is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How the wire writes a secret. */
export const secret = (value: JavaScriptValue): JavaScriptValue => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
});

/** Speaks to a plugin process as the engine does. */
interface CheckOptions {
    olds?: Props;
    name?: string;
    seed?: string;
    /** The name that a stack's autonaming proposes, and how. */
    autonaming?: [proposedName: string, mode: "PROPOSE" | "ENFORCE" | "DISABLE"];
}

export class PluginClient {
    private constructor(
        readonly process: ChildProcess,
        private readonly client: ResourceProviderClient,
    ) {}

    static async start(env: Record<string, string>, folder?: string): Promise<PluginClient> {
        const executable = join(folder ?? (await awsPlugin()), "pulumi-resource-aws");
        const child = spawn(executable, ["127.0.0.1:1"], {
            env: { PATH: process.env.PATH, ...env },
            stdio: ["pipe", "pipe", "inherit"],
        });
        const [port] = (await once(createInterface(child.stdout), "line")) as [string];
        const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
        return new PluginClient(child, client);
    }

    async stop(): Promise<void> {
        this.client.close();
        this.process.kill();
        if (this.process.exitCode === null && this.process.signalCode === null)
            await once(this.process, "exit");
    }

    async configure(args: Props = {}): Promise<void> {
        await this.call(
            "configure",
            new proto.ConfigureRequest().setArgs(struct(args)).setAcceptsecrets(true),
        );
    }

    async checkConfig(args: Props): Promise<Record<string, string>> {
        const request = new proto.CheckRequest().setNews(struct(args));
        return failures(await this.call<proto.CheckResponse>("checkConfig", request));
    }

    /** The failures of Check, by property. */
    async mistakes(type: string, news: Props): Promise<Record<string, string>> {
        return failures(await this.checked(type, news));
    }

    async check(
        type: string,
        news: Props,
        { olds = {}, name = "it", seed = "", autonaming }: CheckOptions = {},
    ): Promise<Props> {
        const response = await this.checked(type, news, olds, name, seed, autonaming);
        const found = failures(response);
        if (Object.keys(found).length > 0) throw new Error(JSON.stringify(found));
        return plain(response.getInputs());
    }

    private checked(
        type: string,
        news: Props,
        olds: Props = {},
        name = "it",
        seed = "",
        autonaming?: CheckOptions["autonaming"],
    ) {
        const request = new proto.CheckRequest()
            .setUrn(urn(type, name))
            .setNews(struct(news))
            .setOlds(struct(olds))
            .setRandomseed(Buffer.from(seed));
        if (autonaming) {
            const [proposed, mode] = autonaming;
            const options = new proto.CheckRequest.AutonamingOptions();
            request.setAutonaming(
                options.setProposedName(proposed).setMode(proto.CheckRequest.AutonamingOptions.Mode[mode]),
            );
        }
        return this.call<proto.CheckResponse>("check", request);
    }

    async create(type: string, news: Props, seconds = 0): Promise<Resource> {
        const inputs = await this.check(type, news);
        const request = new proto.CreateRequest()
            .setUrn(urn(type))
            .setProperties(struct(inputs))
            .setTimeout(seconds);
        const response = await this.call<proto.CreateResponse>("create", request);
        return { id: response.getId(), inputs, state: plain(response.getProperties()) };
    }

    async previewCreate(type: string, news: Props): Promise<Props> {
        const inputs = await this.check(type, news);
        const request = new proto.CreateRequest()
            .setUrn(urn(type))
            .setProperties(struct(inputs))
            .setPreview(true);
        return plain((await this.call<proto.CreateResponse>("create", request)).getProperties());
    }

    async diff(type: string, old: Resource, news: Props, ignored: string[] = []) {
        const inputs = await this.check(type, news, { olds: old.inputs });
        const request = new proto.DiffRequest()
            .setUrn(urn(type))
            .setId(old.id)
            .setOlds(struct(old.state))
            .setNews(struct(inputs))
            .setIgnorechangesList(ignored);
        const response = await this.call<proto.DiffResponse>("diff", request);
        return {
            differs: response.getDiffsList(),
            replaces: response.getReplacesList(),
            deletesFirst: response.getDeletebeforereplace(),
            paths: response
                .getDetaileddiffMap()
                .toArray()
                .map(([path]) => path)
                .sort(),
        };
    }

    async update(type: string, old: Resource, news: Props): Promise<Resource> {
        const inputs = await this.check(type, news, { olds: old.inputs });
        const response = await this.call<proto.UpdateResponse>(
            "update",
            this.updateRequest(type, old, inputs),
        );
        return { id: old.id, inputs, state: plain(response.getProperties()) };
    }

    async previewUpdate(type: string, old: Resource, news: Props): Promise<Props> {
        const inputs = await this.check(type, news, { olds: old.inputs });
        const request = this.updateRequest(type, old, inputs).setPreview(true);
        return plain((await this.call<proto.UpdateResponse>("update", request)).getProperties());
    }

    private updateRequest(type: string, old: Resource, inputs: Props) {
        return new proto.UpdateRequest()
            .setUrn(urn(type))
            .setId(old.id)
            .setOlds(struct(old.state))
            .setNews(struct(inputs));
    }

    /** What a refresh finds; nothing where the resource is gone. */
    refresh(type: string, { id, inputs, state }: Resource): Promise<Resource | undefined> {
        return this.read(type, id, state, inputs);
    }

    import(type: string, id: string): Promise<Resource | undefined> {
        return this.read(type, id, {}, {});
    }

    private async read(type: string, id: string, state: Props, inputs: Props) {
        const request = new proto.ReadRequest()
            .setUrn(urn(type))
            .setId(id)
            .setProperties(struct(state))
            .setInputs(struct(inputs));
        const response = await this.call<proto.ReadResponse>("read", request);
        if (!response.getId()) return undefined;
        const [properties, found] = [plain(response.getProperties()), plain(response.getInputs())];
        return { id: response.getId(), inputs: found, state: properties };
    }

    async delete(type: string, { id, state }: Resource, seconds = 0): Promise<void> {
        const request = new proto.DeleteRequest()
            .setUrn(urn(type))
            .setId(id)
            .setProperties(struct(state))
            .setTimeout(seconds);
        await this.call("delete", request);
    }

    async invoke(token: string, args: Props = {}): Promise<Props> {
        const request = new proto.InvokeRequest().setTok(token).setArgs(struct(args));
        const response = await this.call<proto.InvokeResponse>("invoke", request);
        const found = failures(response);
        if (Object.keys(found).length > 0) throw new Error(JSON.stringify(found));
        return plain(response.getReturn());
    }

    async schema(): Promise<Record<string, unknown>> {
        const response = await this.call<proto.GetSchemaResponse>("getSchema", new proto.GetSchemaRequest());
        return JSON.parse(response.getSchema()) as Record<string, unknown>;
    }

    async version(): Promise<string> {
        return (await this.call<PluginInfo>("getPluginInfo", new Empty())).getVersion();
    }

    async cancel(): Promise<void> {
        await this.call("cancel", new Empty());
    }

    private call<Response>(method: keyof ResourceProviderClient, request: unknown): Promise<Response> {
        return new Promise((resolve, reject) => {
            const client = this.client as unknown as Record<string, Send<Response>>;
            client[method]!(request, (error, response) =>
                error ? reject(new CallError(error)) : resolve(response),
            );
        });
    }
}

type Send<Response> = (
    request: unknown,
    callback: (error: grpc.ServiceError | null, response: Response) => void,
) => void;

/** A failed call, with what the engine reads of it: the message, and the resource where one was made all the same. */
export class CallError extends Error {
    readonly partial: { id: string; state: Props; reasons: string[] } | undefined;

    constructor({ details, metadata }: grpc.ServiceError) {
        super(details);
        const [packed] = metadata.get("grpc-status-details-bin") as Buffer[];
        if (!packed) return;
        const [detail] = Status.deserializeBinary(packed).getDetailsList();
        const made = detail!.unpack(
            (bytes) => proto.ErrorResourceInitFailed.deserializeBinary(bytes),
            "pulumirpc.ErrorResourceInitFailed",
        )!;
        this.partial = {
            id: made.getId(),
            state: plain(made.getProperties()),
            reasons: made.getReasonsList(),
        };
    }
}

export async function failureOf(call: Promise<unknown>): Promise<CallError> {
    const outcome = await call.catch((error: unknown) => error);
    if (outcome instanceof CallError) return outcome;
    throw new Error(`expected the call to fail, but it gave ${JSON.stringify(outcome)}`);
}

const urn = (type: string, name = "it") => `urn:pulumi:test::project::${type}::${name}`;

const struct = (props: Props) => Struct.fromJavaScript(props);

const plain = (struct: Struct | undefined) => struct?.toJavaScript() ?? {};

const failures = (response: proto.CheckResponse | proto.InvokeResponse) =>
    Object.fromEntries(
        response.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()] as const),
    );
