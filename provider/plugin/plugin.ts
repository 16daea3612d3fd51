import { status } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import type { ConstructResult, Provider } from "@pulumi/pulumi/provider";
import { AuroraS3Access } from "../auroraS3Access";
import { directionsOf } from "../plan/rolePlan";
import schema from "../schema.json";
import { cancel, unlessCancelled } from "./cancellation";
import { refuseKnownMistakes } from "./knownMistakes";
import { withWholeUrns } from "./options";
import { RpcError } from "./rpcError";
import { takeApart } from "./takeApart";

const token = "aurora-s3-access:index:AuroraS3Access";
const { inputProperties, properties } = schema.resources[token];

/** What the engine asks of the plugin. */
export const plugin: Provider = {
    version: schema.version,
    schema: JSON.stringify(schema),
    construct: (name, type, inputs, options) => unlessCancelled(() => construct(name, type, inputs, options)),
    cancel,
};

async function construct(
    name: string,
    type: string,
    given: pulumi.Inputs,
    options: pulumi.ComponentResourceOptions,
): Promise<ConstructResult> {
    if (type !== token) throw new RpcError(status.NOT_FOUND, `there is no ${type}, only ${token}`);

    // A key that is not known yet is one for export where anything is exported: so it fits each engine.
    const flag = directionsOf(given).includes("export");
    const { inputs, unknown } = await takeApart(given, inputProperties, schema.types, flag);
    await refuseKnownMistakes(name, inputs, given);
    const component = new AuroraS3Access(name, inputs, withWholeUrns(options));
    for (const input of unknown) {
        const warning = `${input}: is not known yet, so that this preview may show fewer resources than there will be`;
        void pulumi.log.warn(warning, component);
    }
    // The SDK would wait for these too, but out of reach of a cancellation.
    await registrations.waitForRPCs();
    return { urn: component.urn, state: outputsOf(component) };
}

/** What the SDK leaves out of its declarations. */
const registrations = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };

/** The outputs that the schema has: each, so that none is forgotten here. */
function outputsOf(component: AuroraS3Access): pulumi.Inputs {
    const outputs = Object.keys(properties) as (keyof typeof properties)[];
    return Object.fromEntries(outputs.map((output) => [output, component[output]]));
}
