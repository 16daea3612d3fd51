import * as pulumi from "@pulumi/pulumi";

/** Resources that a program may give as a whole, where one of their outputs is needed. */
const modules = [
    "s3/bucket",
    "s3/bucketV2",
    "kms/key",
    "kms/alias",
    "rds/cluster",
    "rds/instance",
    "iam/role",
    "iam/policy",
];

/**
 * Has resources in the inputs arrive as resources: the SDK would put the ID of one that it does not know in its place, so
 * that a bucket would pass as its name, and a key be told of as some string.
 */
export function recognizeResources(): void {
    for (const module of modules) {
        pulumi.runtime.registerResourceModule("aws", module, {
            ...anyVersion,
            construct: (_, type, urn) =>
                Object.assign(new pulumi.DependencyResource(urn), { __pulumiType: type }),
        });
    }
}

/** The SDK knows of modules without a version, but leaves that out of its declarations. */
const anyVersion = { version: undefined as unknown as string };
