import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { attach, createPolicy, createRole, trustOf, useEmulator } from "./builders";

describe("The emulated AWS's holds of calls", () => {
    const emulator = useEmulator();

    /** Ends as `created` or with the error's code. */
    const creation = (name: string) =>
        createRole(emulator().aws, name).then(
            () => "created",
            ({ code }: { code: string }) => code,
        );

    it("carry it out once it is released, and let others pass until then", async () => {
        const { aws, calls, hold } = emulator();
        const held = await hold({ operation: "iam:CreateRole", about: "loader" });
        const loader = creation("loader");
        assert.equal(await held.arrived(), "iam:CreateRole loader");
        await createRole(aws, "writer");
        await attach(aws, "writer", await createPolicy(aws, "read"));
        assert.equal(await Promise.race([loader, sleep(50, "waiting")]), "waiting");
        await held.release();
        assert.equal(await loader, "created");
        const log = await calls();
        assert.deepEqual(
            log.map((line) => line.split(" ", 2).join(" ")),
            [
                "iam:CreateRole writer",
                "iam:CreatePolicy read",
                "iam:AttachRolePolicy writer",
                "iam:CreateRole loader",
            ],
        );
    });

    it("hold one only", async () => {
        const held = await emulator().hold({ operation: "iam:CreateRole" });
        const first = creation("loader");
        await held.arrived();
        assert.equal(await creation("writer"), "created");
        await held.release();
        await first;
    });

    it("carry it out when its caller has gone", async () => {
        const { endpoint, region, credentials, hold, leftovers } = emulator();
        const iam = new IAMClient({ endpoint, region, credentials });
        const held = await hold({ operation: "iam:CreateRole" });
        const leaving = new AbortController();
        const request = { RoleName: "loader", AssumeRolePolicyDocument: trustOf("rds.amazonaws.com") };
        const call = iam.send(new CreateRoleCommand(request), { abortSignal: leaving.signal });
        await held.arrived();
        leaving.abort();
        await assert.rejects(call, { name: "AbortError" });
        await held.release();
        assert.deepEqual(await leftovers(), ["iam role arn:aws:iam::123456789012:role/loader"]);
    });

    it("break its connection when it is dropped, and never carry it out", async () => {
        const { calls, hold, leftovers } = emulator();
        const held = await hold({ operation: "iam:CreateRole" });
        const loader = creation("loader");
        await held.arrived();
        await held.drop();
        assert.equal(await loader, "ECONNRESET");
        assert.deepEqual([await calls(), await leftovers()], [[], []]);
    });

    it("go on to its fault", async () => {
        const { failNext, hold, leftovers } = emulator();
        const held = await hold({ operation: "iam:CreateRole" });
        await failNext({ operation: "iam:CreateRole", error: "lost answer" });
        const loader = creation("loader");
        await held.arrived();
        await held.release();
        assert.equal(await loader, "ECONNRESET");
        assert.deepEqual(await leftovers(), ["iam role arn:aws:iam::123456789012:role/loader"]);
    });

    it("release it when the faults are forgotten, and drop it at a reset", async () => {
        const { clearFaults, hold, reset } = emulator();
        for (const [forget, end] of [
            [clearFaults, "created"],
            [reset, "ECONNRESET"],
        ] as const) {
            const held = await hold({ operation: "iam:CreateRole" });
            const loader = creation("loader");
            await held.arrived();
            await forget();
            assert.equal(await loader, end);
        }
    });

    it("say that no such call came when they are let go before", async () => {
        const { clearFaults, hold } = emulator();
        const held = await hold({ operation: "iam:CreateRole" });
        const arrived = assert.rejects(held.arrived(), {
            message: "No iam:CreateRole came before its hold was let go.",
        });
        await clearFaults();
        await arrived;
        assert.equal(await creation("loader"), "created");
    });
});
