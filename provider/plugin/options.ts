import * as pulumi from "@pulumi/pulumi";

/**
 * The options as they were sent: the SDK reads the URN in `deletedWith` as the reference to a provider, and so takes the
 * name at its end for an id.
 */
export function withWholeUrns(options: pulumi.ComponentResourceOptions): pulumi.ComponentResourceOptions {
    const { deletedWith } = options;
    if (deletedWith === undefined) return options;
    const { urn, id } = deletedWith as pulumi.ProviderResource;
    return {
        ...options,
        deletedWith: Object.assign(deletedWith, { urn: pulumi.interpolate`${urn}::${id}` }),
    };
}
