import { status } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import type { ConstructResult, Provider } from "@pulumi/pulumi/provider";
import { AuroraS3Access } from "../auroraS3Access";
import schema from "../schema.json";
import { cancel, unlessCancelled } from "./cancellation";
import { refuseKnownMistakes } from "./knownMistakes";
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

    const { inputs, unknown } = await takeApart(given, inputProperties, schema.types);
    await refuseKnownMistakes(name, inputs);
    const component = new AuroraS3Access(name, inputs, options);
    for (const input of unknown) {
        const warning = `${input}: is not known yet, so that this preview may show fewer resources than there will be`;
        void pulumi.log.warn(warning, component);
    }
    return { urn: component.urn, state: outputsOf(component) };
}

/** The outputs that the schema has: each, so that none is forgotten here. */
function outputsOf(component: AuroraS3Access): pulumi.Inputs {
    const outputs = Object.keys(properties) as (keyof typeof properties)[];
    return Object.fromEntries(outputs.map((output) => [output, component[output]]));
}
