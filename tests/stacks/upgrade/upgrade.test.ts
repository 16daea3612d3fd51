import type { Deployment } from "@pulumi/pulumi/automation";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AuroraS3Access } from "../../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../../sdk/nodejs/auroraS3Access";
import { describeSteps, TestStack, type Run } from "../../support/engine";
import { setUp, type Setup } from "../../support/setUp";
import { usePluginOnPath } from "../pluginOnPath";
import { program } from "./program";

/** Exported from stacks of the program that earlier commits have deployed. Never changed, as users have such states. */
const states = join(__dirname, "states");

const components: Record<string, typeof AuroraS3Access> = {
    "the library": AuroraS3Access,
    "the plugin": PluginAuroraS3Access as unknown as typeof AuroraS3Access,
};

// That nothing is touched is proven by the steps alone: the resources of the state are in no AWS here.
describe("an upgrade, on the real engine,", () => {
    let setup: Setup;
    usePluginOnPath();
    before(async () => {
        setup = await setUp();
    });
    after(() => setup.aws.stop());

    for (const state of readdirSync(states)) {
        for (const [name, Component] of Object.entries(components)) {
            it(`from ${state} to ${name} of today changes nothing in AWS`, async () => {
                const stack = await TestStack.inline("upgrade", program(Component), setup.stack);
                const exported = JSON.parse(await readFile(join(states, state), "utf8")) as Deployment;
                await stack.takeState(exported);
                assert.deepEqual(inAws(await stack.preview()), []);
                assert.deepEqual(inAws(await stack.up()), []);
                assert.deepEqual(describeSteps(await stack.preview()), []);
                stack.dispose();
            });
        }
    }
});

/** The component itself may have new inputs or outputs. */
const inAws = (run: Run) => describeSteps(run).filter((step) => !step.startsWith("update AuroraS3Access "));
