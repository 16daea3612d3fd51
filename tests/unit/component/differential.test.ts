import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import fc from "fast-check";
import { AuroraS3Access } from "../../../provider";
import { validConfiguration } from "../../support/inputs/configurations";
import { filledIn, withoutSecrecy } from "../../support/inputs/compared";
import { dressed, dresses, type Dress } from "../../support/inputs/dressed";
import { numRuns } from "../../support/inputs/runs";
import { run, type Registered } from "./program";

/** What a program of Node.js gives. */
const tailors: Record<Dress, (value: unknown) => unknown> = {
    plain: (value) => value,
    output: (value) => pulumi.output(value),
    promise: (value) => Promise.resolve(value),
    secret: (value) => pulumi.secret(value),
    unknown: () => pulumi.output(pulumi.unknown),
};

const resourcesOf = async (args: () => object, preview: boolean) => {
    const { resources } = await run(() => void new AuroraS3Access("sales", args()), { preview });
    const sorted = resources.sort((one, other) => one.id.localeCompare(other.id));
    return sorted.map((resource) => ({ ...resource, inputs: withoutSecrecy(resource.inputs) }) as Registered);
};

describe("inputs that are known only later, in process,", function () {
    this.timeout(600_000);

    // Warnings have claims of their own.
    const { warn } = console;
    before(() => (console.warn = () => undefined));
    after(() => (console.warn = warn));

    it("make what plain inputs make, whether they are outputs, promises or secrets", async () => {
        const property = fc.asyncProperty(
            validConfiguration,
            dresses(["plain", "output", "promise", "secret"]),
            async (plain, chosen) => {
                const given = () => dressed(plain, chosen, (value, dress) => tailors[dress](value));
                assert.deepEqual(await resourcesOf(given, false), await resourcesOf(() => plain, false));
            },
        );
        await fc.assert(property, { numRuns });
    });

    it("make the resources of plain inputs in a preview that does not know them, with all that it does know", async () => {
        const property = fc.asyncProperty(
            validConfiguration,
            dresses(["plain", "output", "unknown", "unknown"]),
            async (plain, chosen) => {
                const given = () => dressed(plain, chosen, (value, dress) => tailors[dress](value));
                const expected = shownOf(await resourcesOf(() => plain, true));
                const found = shownOf(await resourcesOf(given, true));
                assert.deepEqual(filledIn(found, expected), expected);
            },
        );
        await fc.assert(property, { numRuns });
    });
});

/** What a preview shows. What a value that is not known waits for is known with it, too. */
const shownOf = (resources: Registered[]) =>
    resources.map(({ id, parent, inputs }) => ({ id, parent, inputs }));
