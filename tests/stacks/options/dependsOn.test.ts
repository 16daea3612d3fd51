import { iam } from "@pulumi/aws";
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { trustOf } from "../../support/emulator/builders";
import type { Emulator } from "../../support/emulator/emulator";
import type { Calls } from "../../support/emulator/faults";
import { claimBothWays } from "../bothWays";

/** Has AWS hold a call for a second: what does it hear meanwhile of what has this name? */
async function heardWhileHeld(aws: Emulator, about: string, held: Calls): Promise<string[]> {
    const hold = await aws.hold(held);
    await hold.arrived();
    const before = (await aws.calls()).length;
    await setTimeout(1000);
    const calls = (await aws.calls()).slice(before);
    await hold.release();
    return calls.filter((call) => call.includes(about) && !/^iam:(Get|List)/.test(call));
}

claimBothWays("dependsOn", {
    "makes every child after what the component depends on, and before what depends on it; deletes in the opposite order":
        async ({ Component, aws, unique, duringStack }) => {
            const role = (name: string) => ({ name, assumeRolePolicy: trustOf("rds.amazonaws.com") });
            const program = () => {
                const first = new iam.Role("first", role(`${unique}-first`));
                const access = new Component(
                    "sales",
                    {
                        importFrom: [{ bucket: "raw" }],
                        roleName: `${unique}-sales`,
                        importPolicyName: `${unique}-sales`,
                    },
                    { dependsOn: first },
                );
                new iam.Role("last", role(`${unique}-last`), { dependsOn: access });
            };
            const heard = (operation: string, about: string) =>
                heardWhileHeld(aws, unique, { operation: `iam:${operation}`, about: `${unique}-${about}` });
            await duringStack(program, async (stack) => {
                const [beforeFirst, beforeLast] = [
                    heard("CreateRole", "first"),
                    heard("AttachRolePolicy", ""),
                ];
                await stack.up();
                assert.deepEqual([await beforeFirst, await beforeLast], [[], []]);

                const [untilLast, untilFirst] = [heard("DeleteRole", "last"), heard("DetachRolePolicy", "")];
                await stack.destroy();
                assert.deepEqual([await untilLast, await untilFirst], [[], []]);
            });
        },
});
