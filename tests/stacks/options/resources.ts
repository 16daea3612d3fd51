import type { InlineStack } from "../../support/engine";

/** What the state holds of a resource, as far as these tests ask. */
export interface Resource {
    urn: string;
    id: string;
    type: string;
    parent: string;
    provider: string;
    protect?: boolean;
    customTimeouts?: object;
    additionalSecretOutputs?: string[];
    inputs: Record<string, unknown>;
}

/** The resources in the state, apart from providers and the stack, sorted. */
export async function resourcesOf(stack: InlineStack): Promise<Resource[]> {
    const { resources = [] } = await stack.state();
    return (resources as unknown as Resource[])
        .filter(({ type }) => !type.startsWith("pulumi:pro") && !type.startsWith("pulumi:pulumi:"))
        .sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

/** Those that AWS has. */
export async function childrenOf(stack: InlineStack): Promise<Resource[]> {
    return (await resourcesOf(stack)).filter(({ type }) => type.startsWith("aws:"));
}

/** `iam.Role` and the like, with the types of its parents. */
export const pathOf = ({ urn }: Resource) => urn.split("::").slice(2).join("::");
