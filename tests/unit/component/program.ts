import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

/** A resource as the program registered it. */
export interface Registered {
    /** Type and name: `aws:iam/role:Role sales-role`. */
    id: string;
    parent: string;
    inputs: Record<string, unknown>;
    /** What it waits for, sorted. */
    dependencies: string[];
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

/** Runs a program against mocks of the engine and the AWS provider, until it has nothing more to register. */
export async function run<T>(
    program: () => T,
    { preview = false, partition = "aws" } = {},
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
export async function failure(program: () => unknown): Promise<{ error: unknown; resources: Registered[] }> {
    const resources: Registered[] = [];
    const others = process.listeners("unhandledRejection");
    try {
        const rejected = new Promise((_, reject) => {
            process.removeAllListeners("unhandledRejection").on("unhandledRejection", reject);
        });
        await Promise.race([run(program, {}, resources), rejected]);
    } catch (error) {
        return { error, resources };
    } finally {
        process.removeAllListeners("unhandledRejection");
        others.forEach((listener) => process.on("unhandledRejection", listener));
    }
    throw new Error("the program was expected to fail");
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
