import * as pulumi from "@pulumi/pulumi";

/**
 * Whether an output depends on a resource that this update leaves out, as one with --target does: the engine gives its outputs
 * as known and empty, and sees to it that nothing is created that depends on them.
 */
export async function dependsOnLeftOut(output: unknown): Promise<boolean> {
    if (!pulumi.Output.isInstance(output)) return false;
    const resources = await (output as unknown as WithResources).allResources?.();
    const answers = [...(resources ?? [])].map(isLeftOut);
    return (await Promise.all(answers)).includes(true);
}

async function isLeftOut({ urn: output }: pulumi.Resource): Promise<boolean> {
    const urn = await (output as unknown as WithPromise).promise();
    const { provider, id, state } = await stateOf(urn).catch((): ResourceState => ({ id: "unknown" }));
    // A component has no provider and no id.
    return !id && (provider ? true : Object.keys(state ?? { unknown: true }).length === 0);
}

const stateOf = (urn: string): Promise<ResourceState> =>
    pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn }) as Promise<ResourceState>;

interface ResourceState {
    provider?: string;
    id?: string;
    state?: object;
}

/** What the SDK leaves out of its declarations. */
interface WithResources {
    allResources?: () => Promise<Set<pulumi.Resource>>;
}
interface WithPromise {
    promise(): Promise<string>;
}
