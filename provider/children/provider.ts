import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import type * as pulumi from "@pulumi/pulumi";
import type { ProviderFacts } from "../validation/provider";

/** Asks the component's AWS provider about itself; one that is not configured yet answers a preview with nothing. */
export async function askProvider(component: pulumi.Resource): Promise<ProviderFacts> {
    const options = { parent: component };
    const [identity, partition] = await Promise.all([
        getCallerIdentity({}, options) as Promise<Partial<ProviderAnswers>>,
        getPartition({}, options) as Promise<Partial<ProviderAnswers>>,
    ]);
    return { account: identity.accountId, partition: partition.partition };
}

interface ProviderAnswers {
    accountId: string;
    partition: string;
}
