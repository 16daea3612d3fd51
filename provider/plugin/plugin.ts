import { status } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import type { ConstructResult, Provider } from "@pulumi/pulumi/provider";
import { AuroraS3Access } from "../auroraS3Access";
import { forgetProviders } from "../children/provider";
import { warnOn } from "../children/warnings";
import { forEngine } from "../inputs/verdict";
import { plan } from "../plan/access";
import schema from "../schema.json";
import { Known } from "../values/known";
import { cancel, unlessCancelled } from "./cancellation";
import { connected } from "./connections";
import { isolated } from "./isolation";
import { withWholeUrns } from "./options";
import { RpcError } from "./rpcError";
import { takeApart } from "./takeApart";

const token = "aurora-s3-access:index:AuroraS3Access";
const { inputProperties, properties } = schema.resources[token];

/** What the engine asks of the plugin. */
export const plugin: Provider = {
    version: schema.version,
    schema: JSON.stringify(schema),
    construct: (name, type, inputs, options) =>
        connected(
            () =>
                unlessCancelled(() =>
                    isolated(() => construct(name, type, inputs, options)).catch(throwForEngine),
                ),
            forgetProviders,
        ),
    cancel,
};

async function construct(
    name: string,
    type: string,
    given: pulumi.Inputs,
    options: pulumi.ComponentResourceOptions,
): Promise<ConstructResult> {
    if (type !== token)
        throw new RpcError(status.NOT_FOUND, `unknown resource type ${type}; this plugin provides ${token}`);

    // A key that is not known yet is one for export where anything is exported: so it fits each engine.
    const flag = plan(new Known(given)).directions.includes("export");
    const { inputs, unknown } = await takeApart(given, inputProperties, schema.types, flag);
    const component = new AuroraS3Access(name, inputs, withWholeUrns(options));
    for (const input of unknown) {
        const warning = `${input}: is not known yet. The preview may show fewer resources than the update creates.`;
        warnOn(component, warning);
    }
    // The SDK would wait for these too, but out of reach of a cancellation or a failure.
    await registrations.waitForRPCs();
    return { urn: component.urn, state: outputsOf(component) };
}

async function throwForEngine(error: unknown): Promise<never> {
    throw await forEngine(error);
}

/** What the SDK leaves out of its declarations. */
const registrations = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };

/** The outputs that the schema has: each, so that none is forgotten here. */
function outputsOf(component: AuroraS3Access): pulumi.Inputs {
    const outputs = Object.keys(properties) as (keyof typeof properties)[];
    return Object.fromEntries(outputs.map((output) => [output, component[output]]));
}
