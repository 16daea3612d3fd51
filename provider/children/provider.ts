import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import type * as pulumi from "@pulumi/pulumi";
import { inUnitTests, type ProviderFacts } from "../validation/provider";

/** Asks the component's AWS provider about itself; one that is not configured yet answers a preview with nothing. */
export async function askProvider(component: pulumi.Resource): Promise<ProviderFacts> {
    const options = { parent: component };
    const [identity, partition] = await Promise.all([
        told("getCallerIdentity", getCallerIdentity({}, options)),
        told("getPartition", getPartition({}, options)),
    ]);
    return { account: stringOf(identity.accountId), partition: stringOf(partition.partition) };
}

/** The answer; a mock that fails to answer leaves no message in the error. */
async function told(
    call: keyof typeof inUnitTests,
    asked: Promise<unknown>,
): Promise<Record<string, unknown>> {
    try {
        return ((await asked) ?? {}) as Record<string, unknown>;
    } catch (error) {
        if (error instanceof Error && error.message !== "") throw error;
        throw new Error(`aws.${call} failed. ${inUnitTests[call]}`, { cause: error });
    }
}

const stringOf = (answer: unknown) => (typeof answer === "string" && answer !== "" ? answer : undefined);
