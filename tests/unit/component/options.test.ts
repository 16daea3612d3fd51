import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../../provider";
import { Other, run } from "./program";

const component = "aurora-s3-access:index:AuroraS3Access sales";
const first = "test:index:Other first";
const second = "test:index:Other second";

/** Forms in which the option is given, and what the component then waits for. */
type DependsOn = pulumi.ComponentResourceOptions["dependsOn"];
const table: [what: string, dependsOn: (one: Other, other: Other) => DependsOn, expected: string[]][] = [
    ["a single resource", (one) => one, [first]],
    ["a list", (one, other) => [one, other], [first, second]],
    ["an output of a resource", (one) => pulumi.output(one), [first]],
    ["an output of a list", (one, other) => pulumi.output([one, other]), [first, second]],
    ["a promise of a list", (one, other) => Promise.resolve([one, other]), [first, second]],
    ["a list of outputs", (one, other) => [pulumi.output(one), pulumi.output(other)], [first, second]],
    ["an empty list", () => [], []],
    ["undefined", () => undefined, []],
];

describe("the component with dependsOn", () => {
    for (const [what, dependsOn, expected] of table) {
        it(`waits for what ${what} holds`, async () => {
            const { resource } = await run(() => {
                const given = dependsOn(new Other("first"), new Other("second"));
                new AuroraS3Access("sales", { importFrom: [{ bucket: "raw" }] }, { dependsOn: given });
            });
            assert.deepEqual(resource(component).dependencies, expected);
        });
    }
});
