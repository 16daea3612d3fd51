import { IAMClient } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { createBucket, createPolicy, createRole, useEmulator } from "./builders";

describe("The faults of the emulated AWS", () => {
    const emulator = useEmulator();

    it("happen as often as they were ordered, and those for the same calls one after the other", async () => {
        const { aws, calls, failNext } = emulator();
        await failNext({ operation: "iam:CreateRole", error: "Throttling", times: 2 });
        await failNext({ operation: "iam:CreateRole", error: "AccessDenied" });
        for (let i = 0; i < 3; i++) await assert.rejects(createRole(aws, "loader"));
        await createRole(aws, "loader");
        assert.deepEqual(await calls(), [
            "iam:CreateRole loader (fault: Throttling)",
            "iam:CreateRole loader (fault: Throttling)",
            "iam:CreateRole loader (fault: AccessDenied)",
            "iam:CreateRole loader",
        ]);
    });

    it("leave nothing done", async () => {
        const { aws, failNext, leftovers } = emulator();
        await failNext({ operation: "iam:CreateRole", error: "InternalFailure" });
        await assert.rejects(createRole(aws, "loader"));
        assert.deepEqual(await leftovers(), []);
    });

    it("meet only calls that act on what they are about", async () => {
        const { aws, calls, failNext } = emulator();
        await failNext({ operation: "iam:CreateRole", about: "writer", error: "Throttling" });
        await createRole(aws, "loader");
        await assert.rejects(createRole(aws, "writer-1a2b3c4"));
        assert.deepEqual(await calls(), [
            "iam:CreateRole loader",
            "iam:CreateRole writer-1a2b3c4 (fault: Throttling)",
        ]);
    });

    it("lose the answer of a call that is carried out", async () => {
        const { aws, calls, failNext, leftovers } = emulator();
        await failNext({ operation: "iam:CreateRole", error: "lost answer" });
        await assert.rejects(createRole(aws, "loader"), { code: "ECONNRESET" });
        assert.deepEqual(await calls(), ["iam:CreateRole loader (fault: lost answer)"]);
        assert.deepEqual(await leftovers(), ["iam role arn:aws:iam::123456789012:role/loader"]);
    });

    it("lose the answer of a call of S3 as well", async () => {
        const { aws, failNext, leftovers } = emulator();
        await failNext({ operation: "s3:PUT", about: "raw", error: "lost answer" });
        await assert.rejects(createBucket(aws, "raw"), { code: "ECONNRESET" });
        assert.deepEqual(await leftovers(), ["s3 bucket raw"]);
    });

    it("have a client that tries again find what it made, as at AWS", async () => {
        const { endpoint, region, credentials, failNext } = emulator();
        const iam = new IAMClient({ endpoint, region, credentials, maxAttempts: 2 });
        await failNext({ operation: "iam:CreatePolicy", error: "lost answer" });
        const creation = createPolicy({ ...emulator().aws, iam }, "read");
        await assert.rejects(creation, { name: "EntityAlreadyExistsException" });
    });

    it("are forgotten when told to, and by a reset", async () => {
        const { aws, clearFaults, failNext, reset } = emulator();
        for (const forget of [clearFaults, reset]) {
            await failNext({ operation: "iam:CreateRole", error: "Throttling", times: 10 });
            await forget();
            await createRole(aws, `after-${forget.name}`);
        }
    });

    for (const [operation, error, message] of [
        [
            "s3:PUT",
            "InvalidDBClusterStateFault",
            "s3 has no error InvalidDBClusterStateFault; it has: Throttling, InternalFailure, ServiceUnavailable, AccessDenied.",
        ],
        [
            "CreateRole",
            "Throttling",
            "There is no service CreateRole; there are: ec2, iam, kms, rds, s3, sts.",
        ],
    ] as const) {
        it(`are refused where AWS has no such: ${operation} with ${error}`, async () => {
            await assert.rejects(emulator().failNext({ operation, error }), { message });
        });
    }
});
