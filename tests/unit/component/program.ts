import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { setTimeout } from "node:timers/promises";

/** A resource as the program registered it. */
export interface Registered {
    /** Type and name: `aws:iam/role:Role sales-role`. */
    id: string;
    parent: string;
    inputs: Record<string, unknown>;
    /** What it waits for, sorted. */
    dependencies: string[];
    /** The names that it had before, in the order in which the engine looks for them. */
    aliases: string[];
    /** Without it the provider decides. */
    deleteBeforeReplace: boolean | undefined;
}

/** A function of a provider as the program called it. */
interface Called {
    token: string;
    provider: string | undefined;
}

export interface Ran<T> {
    resources: Registered[];
    calls: Called[];
    outputs: T;
    /** The resource with this type and name. */
    resource: (id: string) => Registered;
}

/** A resource of the program beside the component. */
export class Other extends pulumi.CustomResource {
    constructor(name: string, inputs: pulumi.Inputs = {}) {
        super("test:index:Other", name, inputs);
    }
}

/** What the mocked provider answers where it does not repeat the inputs. */
const account = "123456789012";
const computed: Record<string, (name: string) => Record<string, unknown>> = {
    "aws:iam/policy:Policy": (name) => ({ name, arn: `arn:aws:iam::${account}:policy/${name}` }),
    "aws:iam/role:Role": (name) => ({ name, arn: `arn:aws:iam::${account}:role/${name}` }),
};

export interface Settings {
    preview?: boolean;
    partition?: string;
    /** Instead of what the AWS provider does. */
    mocks?: Partial<pulumi.runtime.Mocks>;
}

/** Runs a program against mocks of the engine and the AWS provider, until it has nothing more to register. */
export async function run<T>(
    program: () => T,
    { preview = false, partition = "aws", mocks }: Settings = {},
    resources: Registered[] = [],
): Promise<Ran<pulumi.Unwrap<T>>> {
    const calls: Called[] = [];
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs }) => ({
                id: preview ? undefined : `${name}-id`,
                state: { ...(preview ? {} : computed[type]?.(name)), ...(inputs as object) },
            }),
            call: ({ token, provider }) => {
                calls.push({ token, provider });
                return token.endsWith("getPartition") ? { partition } : { accountId: account };
            },
            ...mocks,
        },
        "project",
        "stack",
        preview,
    );
    recordRegistrations(resources);

    const outputs = await resolved(pulumi.output(program()));
    await pulumi.runtime.disconnect();
    return { resources, calls, outputs, resource: (id) => only(resources.filter((each) => each.id === id)) };
}

/** The first error of a program that fails: thrown, or in an output, at which a language host ends the program. */
export async function failure(
    program: () => unknown,
    settings: Settings = {},
): Promise<{ error: unknown; resources: Registered[] }> {
    const resources: Registered[] = [];
    return withoutHost(async (rejected) => {
        try {
            await Promise.race([run(program, settings, resources), rejected]);
            // The program may have nothing more to register before Node.js tells of what nobody handles.
            await Promise.race([turns(), rejected]);
        } catch (error) {
            return { error, resources };
        }
        throw new Error("the program was expected to fail");
    });
}

/** The message with which each output of a resource fails, none where it does not, and what is registered all the same. */
export async function failures(
    program: () => pulumi.Resource,
    settings: Settings = {},
): Promise<{ messages: Record<string, string | undefined>; resources: Registered[] }> {
    const resources: Registered[] = [];
    return withoutHost(async () => {
        const made = await new Promise<pulumi.Resource>((resolve, reject) => {
            run(() => resolve(program()), settings, resources).catch(reject);
        });
        const outputs = Object.entries(made as unknown as Record<string, unknown>).filter(([, value]) =>
            pulumi.Output.isInstance(value),
        );
        const messages = outputs.map(async ([name, output]) => [name, await messageOf(output)] as const);
        const settled = await Promise.all(messages);
        await turns();
        return { messages: Object.fromEntries(settled), resources };
    });
}

/** Some turns of the event loop: after one long wait a machine that is busy may have been through none. */
async function turns(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await setTimeout(5);
}

async function messageOf(output: unknown): Promise<string | undefined> {
    try {
        await resolved(pulumi.output(output));
        return undefined;
    } catch (error) {
        return (error as Error).message;
    }
}

/** Does what a language host would end at the first rejection that nobody handles. */
async function withoutHost<T>(act: (rejected: Promise<never>) => Promise<T>): Promise<T> {
    const others = process.listeners("unhandledRejection");
    const { error } = console;
    // With mocks the rejection is printed too.
    console.error = () => undefined;
    try {
        const rejected = new Promise<never>((_, reject) => {
            process.removeAllListeners("unhandledRejection").on("unhandledRejection", reject);
        });
        rejected.catch(() => undefined);
        return await act(rejected);
    } finally {
        console.error = error;
        process.removeAllListeners("unhandledRejection");
        others.forEach((listener) => process.on("unhandledRejection", listener));
    }
}

// The mocks' own interface tells neither parents nor dependencies.
function recordRegistrations(resources: Registered[]): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as {
        registerResource(request: RegisterResourceRequest, callback: unknown): Promise<void>;
    };
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
        resources.push({
            id: `${request.getType()} ${request.getName()}`,
            parent: idOf(request.getParent()),
            inputs: request.getObject()?.toJavaScript() ?? {},
            dependencies: request.getDependenciesList().map(idOf).sort(),
            aliases: request.getAliasesList().map((alias) => alias.getSpec()?.getName() ?? ""),
            deleteBeforeReplace: request.getDeletebeforereplacedefined()
                ? request.getDeletebeforereplace()
                : undefined,
        });
        return register(request, callback);
    };
}

function idOf(urn: string): string {
    const [, , types = "", name = ""] = urn.split("::");
    return `${types.split("$").at(-1)} ${name}`;
}

function resolved<T>(output: pulumi.Output<T>): Promise<T> {
    return (output as unknown as { promise(withUnknowns: boolean): Promise<T> }).promise(true);
}

function only<T>(items: T[]): T {
    if (items.length !== 1) throw new Error(`one is expected, but there are ${items.length}`);
    return items[0] as T;
}
