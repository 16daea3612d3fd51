import type * as grpc from "@grpc/grpc-js";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService, type IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { listen, type Listening } from "./listen";
import { idOf, plain, struct, unknown, urnOf, type Props } from "./wire";

/** A resource as the plugin registered it. */
export interface Registered {
    /** Type and name: `aws:iam/role:Role sales-role`. */
    id: string;
    parent: string;
    inputs: Props;
    request: proto.RegisterResourceRequest;
}

/** A function of a provider as the plugin called it. */
export interface Called {
    token: string;
    provider: string;
}

export interface MonitorOptions {
    preview?: boolean;
    /** Awaited before a registration is answered; what it throws is the answer. */
    beforeAnswer?: (id: string) => Promise<void> | void;
    /** The same for an invoke. */
    beforeReturn?: (token: string) => Promise<void> | void;
}

/** Stands in for the engine's resource monitor, and for the AWS provider behind it. */
export class Monitor {
    readonly registered: Registered[] = [];
    readonly called: Called[] = [];
    /** What it was asked whether it supports. */
    readonly askedFor: string[] = [];
    /** What components told of themselves at their end. */
    readonly outputs = new Map<string, Props>();

    private constructor(private readonly options: MonitorOptions) {}

    static async start(options: MonitorOptions = {}): Promise<Monitor & Listening> {
        const monitor = new Monitor(options);
        const service = monitor.service() as IResourceMonitorServer;
        return Object.assign(monitor, await listen([ResourceMonitorService, service]));
    }

    private service(): Partial<IResourceMonitorServer> {
        return {
            supportsFeature: ({ request }, callback) => {
                this.askedFor.push(request.getId());
                callback(null, new proto.SupportsFeatureResponse().setHassupport(true));
            },
            registerResource: ({ request }, callback) => {
                this.register(request).then(
                    (response) => callback(null, response),
                    (error: grpc.ServiceError) => callback(error),
                );
            },
            registerResourceOutputs: ({ request }, callback) => {
                this.outputs.set(idOf(request.getUrn()), plain(request.getOutputs()));
                callback(null, new Empty());
            },
            invoke: ({ request }, callback) => {
                const [token, provider] = [request.getTok(), request.getProvider()];
                this.called.push({ token, provider });
                Promise.resolve(token)
                    .then(this.options.beforeReturn)
                    .then(
                        () => callback(null, new InvokeResponse().setReturn(struct(functions[token] ?? {}))),
                        (error: grpc.ServiceError) => callback(error),
                    );
            },
        };
    }

    private async register(request: proto.RegisterResourceRequest): Promise<proto.RegisterResourceResponse> {
        const [type, name, inputs] = [request.getType(), request.getName(), plain(request.getObject())];
        const id = `${type} ${name}`;
        this.registered.push({ id, parent: idOf(request.getParent()), inputs, request });
        await this.options.beforeAnswer?.(id);

        const computed = computedOf[type]?.(name) ?? {};
        const state = this.options.preview ? allUnknown(computed) : computed;
        const response = new proto.RegisterResourceResponse()
            .setUrn(urnOf(type, name, request.getParent()))
            .setObject(struct({ ...state, ...inputs }));
        return request.getCustom() && !this.options.preview ? response.setId(`${name}-id`) : response;
    }
}

export const account = "123456789012";

const functions: Record<string, Props> = {
    "aws:index/getPartition:getPartition": { partition: "aws" },
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: account },
};

const computedOf: Record<string, (name: string) => Props> = {
    "aws:iam/policy:Policy": (name) => ({ name, arn: `arn:aws:iam::${account}:policy/${name}` }),
    "aws:iam/role:Role": (name) => ({ name, arn: `arn:aws:iam::${account}:role/${name}` }),
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": (name) => ({ name }),
};

const allUnknown = (props: Props): Props =>
    Object.fromEntries(Object.keys(props).map((name) => [name, unknown]));
