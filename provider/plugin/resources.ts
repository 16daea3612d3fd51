import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";

/**
 * Has resources in the inputs arrive as resources: the SDK would put the ID of one whose type it does not know in its place,
 * so that a bucket would pass as its name, and a key be told of as some string. The SDK looks the types up in a map.
 */
export function recognizeResources(): void {
    const construct = (_: string, type: string, urn: string) =>
        Object.assign(new pulumi.DependencyResource(urn), { __pulumiType: type });
    modules.getResourceModules().get = () => [{ construct }];
}

/** What the SDK leaves out of its declarations. */
const modules = state as unknown as { getResourceModules(): { get: () => object[] } };
