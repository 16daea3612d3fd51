import * as pulumi from "@pulumi/pulumi";
import { runtime } from "@pulumi/pulumi";
import assert from "node:assert/strict";
import fc from "fast-check";
import { AuroraS3Access } from "../../provider";
import { plan } from "../../provider/plan/access";
import { judge } from "../../provider/validation/findMistakes";
import { Known, later } from "../../provider/values/known";
import { validConfiguration } from "../support/inputs/configurations";
import { invalidConfiguration } from "../support/inputs/invalidConfigurations";
import { filledIn, withoutSecrecy } from "../support/inputs/compared";
import { dressed, dresses, type Dress } from "../support/inputs/dressed";
import { numRuns } from "../support/inputs/runs";
import { failure as failureInProcess } from "../unit/component/program";
import { usePlugin, type Constructed } from "./support/construct";
import { output, unknownOutput, urnOf, type Props, type Wire } from "./support/wire";

const dependencies = [urnOf("aws:s3/bucket:Bucket", "raw")];

/** What an SDK sends; outputs in an output it sends as one. */
const onWire: Record<Dress, (value: Wire) => Wire> = {
    plain: (value) => value,
    output: (value) => asOne(value, { dependencies }),
    promise: (value) => (typeof value === "object" ? value : output(value)),
    secret: (value) => asOne(value, { secret: true }),
    unknown: () => unknownOutput(...dependencies),
};

function asOne(value: Wire, more: { secret?: true; dependencies?: string[] }): Wire {
    const parts = outputsIn(value);
    if (parts.some((part) => !("value" in part))) return unknownOutput(...dependencies);
    return output(withoutOutputs(value), {
        ...(parts.some((part) => "dependencies" in part) && { dependencies }),
        ...(parts.some((part) => part.secret) && { secret: true }),
        ...more,
    });
}

function outputsIn(value: Wire): Props[] {
    if (typeof value !== "object" || value === null) return [];
    if (isOutput(value)) return [value];
    return Object.values(value).flatMap(outputsIn);
}

function withoutOutputs(value: Wire): Wire {
    if (Array.isArray(value)) return value.map(withoutOutputs);
    if (typeof value !== "object" || value === null) return value;
    if (isOutput(value)) return value.value ?? null;
    const fields = Object.entries(value as Props);
    return Object.fromEntries(fields.map(([key, field]) => [key, withoutOutputs(field)]));
}

const isOutput = (value: object): value is Props => runtime.specialSigKey in value;

/** What is known when the plugin is called. */
const knownAtOnce: Record<Dress, (value: unknown) => unknown> = {
    plain: (value) => value,
    output: () => later,
    promise: (value) => (typeof value === "object" ? value : later),
    secret: () => later,
    unknown: () => later,
};

/** What a program of Node.js gives. */
const inProgram: Record<Dress, (value: unknown) => unknown> = {
    plain: (value) => value,
    output: (value) => pulumi.output(value),
    promise: (value) => Promise.resolve(value),
    secret: (value) => pulumi.secret(value),
    unknown: () => pulumi.output(pulumi.unknown),
};

const wired = (plain: object, chosen: readonly Dress[]) =>
    dressed(plain as Props, chosen, (value, dress) => onWire[dress](value as Wire)) as Props;

const resourcesOf = ({ monitor }: Constructed) =>
    monitor.registered
        .filter(({ request }) => request.getCustom())
        .map(({ id, inputs }) => ({ id, inputs: withoutSecrecy(inputs) }))
        .sort((one, other) => one.id.localeCompare(other.id));

describe("inputs that are known only later, through the plugin,", function () {
    this.timeout(600_000);

    const { construct, failure } = usePlugin();

    it("make what plain inputs make, whether they are outputs or secrets", async () => {
        const property = fc.asyncProperty(
            validConfiguration,
            dresses(["plain", "output", "promise", "secret"]),
            async (plain, chosen) => {
                const [found, expected] = await Promise.all([
                    construct(wired(plain, chosen)),
                    construct(plain as Props),
                ]);
                assert.deepEqual(resourcesOf(found), resourcesOf(expected));
            },
        );
        await fc.assert(property, { numRuns });
    });

    it("make the resources of plain inputs in a preview that does not know them, with all that it does know", async () => {
        const property = fc.asyncProperty(
            validConfiguration,
            dresses(["plain", "output", "unknown", "unknown"]),
            async (plain, chosen) => {
                const [found, expected] = await Promise.all([
                    construct(wired(plain, chosen), { preview: true }),
                    construct(plain as Props, { preview: true }),
                ]);
                assert.deepEqual(filledIn(resourcesOf(found), resourcesOf(expected)), resourcesOf(expected));
            },
        );
        await fc.assert(property, { numRuns });
    });

    const saidByPlugin = async (...asked: Parameters<typeof failure>) => {
        const { told, registered } = await failure(...asked);
        assert.deepEqual(registered, []);
        return told.sort();
    };

    it("are judged as plain inputs are, once they are known", async () => {
        const property = fc.asyncProperty(
            invalidConfiguration,
            dresses(["plain", "output", "promise"]),
            async (plain, chosen) => {
                const atOnce = dressed(plain, chosen, (value, dress) => knownAtOnce[dress](value));
                // What is wrong at once is told before the AWS provider is asked, and so without what it decides.
                const isWrongAtOnce = judge(plan(new Known(atOnce))).length > 0;
                const mistakes = judge(plan(new Known(plain)), isWrongAtOnce ? undefined : {});
                const expected = mistakes.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
                assert.deepEqual(await saidByPlugin(wired(plain, chosen)), expected.sort());
            },
        );
        await fc.assert(property, { numRuns });
    });

    it("are judged as in process, with the same sentences, as far as they are known", async () => {
        const property = fc.asyncProperty(
            invalidConfiguration,
            dresses(["plain", "output", "promise", "secret"]),
            async (plain, chosen) => {
                const args = dressed(plain, chosen, (value, dress) => inProgram[dress](value));
                let isThrown = false;
                const { error, resources } = await failureInProcess(() => {
                    try {
                        return new AuroraS3Access("sales", args);
                    } catch (thrown) {
                        isThrown = true;
                        throw thrown;
                    }
                });
                assert.deepEqual(resources, []);
                const [, ...saidInProcess] = (error as Error).message.split("\n  ");

                // What is wrong and known when the program runs is told at once, before the outputs are.
                const later = chosen.map((dress): Dress => (dress === "plain" ? dress : "unknown"));
                const expected = isThrown
                    ? await saidByPlugin(wired(plain, later), { preview: true })
                    : await saidByPlugin(wired(plain, chosen));
                assert.deepEqual(saidInProcess.sort(), expected);
            },
        );
        await fc.assert(property, { numRuns });
    });
});
