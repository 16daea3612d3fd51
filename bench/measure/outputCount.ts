import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "aurora-s3-access";
import { type Registered, run } from "../../tests/unit/component/program";
import { AccessByHand } from "../programs/accessByHand";
import { type Args, argsOf, type Inputs, type Places, plainPlaces } from "../programs/args";
import type { Rounds } from "../report/results";

/**
 * How many outputs of the SDK one component makes, those of its children included, under mocks. Each is a dozen promises. Fails where
 * the component and what stands for it by hand do not register and give the same.
 */
export async function outputCount(inputs: Inputs): Promise<Rounds> {
    const args = () => argsOf(inputs === "strings" ? plainPlaces : asOutputs());
    const byHand = await made(args, (given) => new AccessByHand("access", given).outputs);
    const component = await made(args, (given) => outputsOf(new AuroraS3Access("access", given)));
    assert.deepEqual(component.outputs, byHand.outputs);
    assert.deepEqual(children(component.resources), children(byHand.resources));
    return { wrapped: [byHand.count], component: [component.count] };
}

const asOutputs = () =>
    Object.fromEntries(
        Object.entries(plainPlaces).map(([place, text]) => [place, pulumi.output(text)]),
    ) as unknown as Places;

async function made(args: () => Args, make: (args: Args) => Record<string, unknown>) {
    let outputs: Record<string, unknown> = {};
    let count = 0;
    const stop = countOutputs(() => count++);
    try {
        await run(() => void args());
        const without = count;
        const { resources } = await run(() => {
            outputs = make(args());
        });
        const ofComponent = count - 2 * without;
        return { count: ofComponent, resources, outputs: await resolved(outputs) };
    } finally {
        stop();
    }
}

/** The constructor of an output is out of reach where the SDK itself calls it, but it ends with a proxy around the output. */
function countOutputs(count: () => void): () => void {
    const { Proxy } = globalThis;
    globalThis.Proxy = new Proxy(Proxy, {
        construct(target, args: [object, ProxyHandler<object>]) {
            if (pulumi.Output.isInstance(args[0])) count();
            return new target(...args);
        },
    });
    return () => (globalThis.Proxy = Proxy);
}

const outputsOf = (component: AuroraS3Access) =>
    Object.fromEntries(
        Object.entries(component).filter(
            ([key, value]) => !key.startsWith("_") && key !== "urn" && pulumi.Output.isInstance(value),
        ),
    );

const children = (resources: Registered[]) =>
    resources
        .filter(({ parent }) => parent.endsWith(" access"))
        .map(({ id, inputs, dependencies, deleteBeforeReplace }) => ({
            id,
            inputs,
            dependencies,
            deleteBeforeReplace,
        }))
        .sort((one, other) => one.id.localeCompare(other.id));

const resolved = (outputs: Record<string, unknown>) =>
    new Promise((resolve) => pulumi.output(outputs).apply(resolve));
