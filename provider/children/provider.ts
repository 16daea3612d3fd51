import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import * as pulumi from "@pulumi/pulumi";
import { inUnitTests, type ProviderFacts } from "../validation/provider";

/** What providers have told in a deployment, by its resource monitor. */
let told = new WeakMap<object, WeakMap<object, Promise<ProviderFacts>>>();
/** In place of the default provider, which no program has. */
const byDefault = {};

/**
 * Asks the component's AWS provider about itself, once for all components of a deployment; one that is not configured yet answers a
 * preview with nothing.
 */
export function askProvider(component: pulumi.Resource): Promise<ProviderFacts> {
    const monitor = pulumi.runtime.getMonitor();
    // Without an engine there are mocks, which may answer each component in another way.
    if (monitor === undefined || pulumi.runtime.getEngine() === undefined) return ask(component);
    const ofDeployment = told.get(monitor) ?? new WeakMap<object, Promise<ProviderFacts>>();
    told.set(monitor, ofDeployment);
    const provider = component.getProvider("aws:index/getPartition:getPartition") ?? byDefault;
    const asked = ofDeployment.get(provider) ?? ask(component);
    ofDeployment.set(provider, asked);
    return asked;
}

/** For the plugin: the engine of the next deployment may have the address of the one before. */
export function forgetProviders(): void {
    told = new WeakMap();
}

async function ask(component: pulumi.Resource): Promise<ProviderFacts> {
    const options = { parent: component };
    const [identity, partition] = await Promise.all([
        answerOf("getCallerIdentity", getCallerIdentity({}, options)),
        answerOf("getPartition", getPartition({}, options)),
    ]);
    return { account: stringOf(identity.accountId), partition: stringOf(partition.partition) };
}

/** The answer; a mock that fails to answer leaves no message in the error. */
async function answerOf(
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
