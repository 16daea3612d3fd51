import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Monitor, type MonitorOptions, type Registered } from "./monitor";
import { startEngine, type Engine, type Logged } from "./engine";
import { failureOf, Plugin } from "./plugin";
import { idOf, plain, struct, urnOf, type Props } from "./wire";

export const component = "aurora-s3-access:index:AuroraS3Access";
export const stackUrn = urnOf("pulumi:pulumi:Stack", "project-stack");

export interface Asked extends MonitorOptions {
    name?: string;
    /** What whole inputs depend on, as SDKs without outputs on the wire give it. */
    inputDependencies?: Record<string, string[]>;
    /** Changes the request before it is sent. */
    change?: (request: proto.ConstructRequest) => void;
}

export interface Constructed {
    urn: string;
    state: Props;
    /** What each output depends on: types and names, sorted. */
    dependencies: Record<string, string[]>;
    monitor: Monitor;
    logged: Logged[];
    /** The only resource with this type and name. */
    resource: (id: string) => Registered;
}

/** The resources with their inputs, by their names. */
export const resourcesOf = ({ monitor }: Constructed) =>
    monitor.registered
        .map(({ id, inputs }) => ({ id, inputs }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));

interface Running {
    plugin: Plugin;
    engine: Engine;
}

/** Has the plugin make a component, with a resource monitor for it alone. */
async function construct(
    { plugin, engine }: Running,
    inputs: Props,
    asked: Asked = {},
    onMonitor: (monitor: Monitor) => void = () => undefined,
): Promise<Constructed> {
    const monitor = await Monitor.start(asked);
    onMonitor(monitor);
    const logsBefore = engine.logged.length;
    try {
        const request = constructRequest(monitor.address, inputs, asked);
        const response = await plugin.call<proto.ConstructResponse>("construct", request);
        return {
            urn: response.getUrn(),
            state: plain(response.getState()),
            dependencies: dependenciesOf(response.getStatedependenciesMap()),
            monitor,
            logged: engine.logged.slice(logsBefore),
            resource: (id) => {
                const found = monitor.registered.filter((each) => each.id === id);
                if (found.length !== 1)
                    throw new Error(`one ${id} is expected, but there are ${found.length}`);
                return found[0]!;
            },
        };
    } finally {
        monitor.stop();
    }
}

export function constructRequest(
    monitor: string,
    inputs: Props,
    { name = "sales", preview = false, inputDependencies = {}, change }: Asked = {},
): proto.ConstructRequest {
    const request = new proto.ConstructRequest()
        .setProject("project")
        .setStack("stack")
        .setOrganization("organization")
        .setDryrun(preview)
        .setParallel(16)
        .setMonitorendpoint(monitor)
        .setType(component)
        .setName(name)
        .setParent(stackUrn)
        .setInputs(struct(inputs))
        .setAcceptsOutputValues(true);
    for (const [input, urns] of Object.entries(inputDependencies)) {
        request
            .getInputdependenciesMap()
            .set(input, new proto.ConstructRequest.PropertyDependencies().setUrnsList(urns));
    }
    change?.(request);
    return request;
}

interface Dependencies {
    entries(): Iterable<[string, { getUrnsList(): string[] }]>;
}

/** By property, types and names, sorted; those without any are left out. */
export function dependenciesOf(map: unknown): Record<string, string[]> {
    return Object.fromEntries(
        [...(map as Dependencies).entries()]
            .map(([property, urns]) => [property, urns.getUrnsList().map(idOf).sort()] as const)
            .filter(([, ids]) => ids.length > 0)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
}

/** A plugin with its engine, for the tests of the `describe` around it; `env` may have to set something up. */
export function usePlugin(env: NodeJS.ProcessEnv | (() => Promise<NodeJS.ProcessEnv>) = {}) {
    let engine: Engine;
    let plugin: Plugin;
    before(async function () {
        this.timeout(600_000);
        const more = typeof env === "function" ? await env() : env;
        engine = await startEngine();
        plugin = await Plugin.start({ args: [engine.address], env: { ...process.env, ...more } });
    });
    after(async () => {
        await plugin.stop();
        engine.stop();
    });
    return {
        plugin: () => plugin,
        engine: () => engine,
        construct: (...args: Ask) => construct({ plugin, engine }, ...args),
        failure: (...args: Ask) => failure({ plugin, engine }, ...args),
    };
}

type Ask = [inputs: Props, asked?: Asked, onMonitor?: (monitor: Monitor) => void];

/** The error that is answered, with what was registered all the same. */
async function failure(running: Running, ...[inputs, asked, onMonitor]: Ask) {
    let monitor: Monitor | undefined;
    const keep = (started: Monitor) => {
        monitor = started;
        onMonitor?.(started);
    };
    const { status, message, mistakes, told } = await failureOf(construct(running, inputs, asked, keep));
    return { status, message, mistakes, told, registered: monitor?.registered.map(({ id }) => id) ?? [] };
}
