import { ListRolesCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { createBucket, createRole, useEmulator } from "./builders";
import { leftovers } from "./leftovers";

const other = "210987654321";

describe("Another account of the emulated AWS", () => {
    const emulator = useEmulator();

    it("is its root user's", async () => {
        const { sts } = emulator().otherAccount(other);
        const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
        assert.deepEqual({ Account, Arn }, { Account: other, Arn: `arn:aws:iam::${other}:root` });
    });

    it("has what is made there, and nothing else", async () => {
        const { aws, otherAccount } = emulator();
        const there = otherAccount(other);
        await createRole(aws, "loader");
        const role = await createRole(there, "owner");
        await createBucket(there, "raw");
        const { KeyMetadata } = await there.kms.send(new CreateKeyCommand({}));
        assert.equal(role, `arn:aws:iam::${other}:role/owner`);
        assert.deepEqual(await leftovers(there), [
            `iam role ${role}`,
            `kms key arn:aws:kms:us-east-1:${other}:key/${KeyMetadata!.KeyId}`,
            "s3 bucket raw",
        ]);
        assert.deepEqual(await leftovers(aws), ["iam role arn:aws:iam::123456789012:role/loader"]);
    });

    it("is entered by assuming one of its roles", async () => {
        const { assumeRole, otherAccount } = emulator();
        const role = await createRole(otherAccount(other), "owner");
        const { sts, iam, s3 } = await assumeRole(role);
        const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
        assert.equal(Arn, `arn:aws:sts::${other}:assumed-role/owner/aurora`);
        await assert.rejects(iam.send(new ListRolesCommand({})), { name: "AccessDenied" });
        await assert.rejects(s3.send(new ListBucketsCommand({})), { name: "AccessDenied" });
    });

    it("is not entered by a role that it does not have", async () => {
        const { aws } = emulator();
        await createRole(aws, "owner");
        const role = { RoleArn: `arn:aws:iam::${other}:role/owner`, RoleSessionName: "aurora" };
        await assert.rejects(aws.sts.send(new AssumeRoleCommand(role)), { name: "AccessDenied" });
    });
});
