import { CreateAliasCommand, CreateKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { AddRoleToDBClusterCommand, CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import { PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import {
    attach,
    createBucket,
    createCluster,
    createParameterGroup,
    createPolicy,
    createRole,
    describeCluster,
    policyDocument,
    useEmulator,
} from "./builders";

describe("The emulated AWS", () => {
    const emulator = useEmulator();

    it("lists what was made and not deleted", async () => {
        const { aws, leftovers } = emulator();
        const arn = await createRole(aws, "loader");
        const policy = await createPolicy(aws, "read");
        await attach(aws, "loader", policy);
        await createBucket(aws, "raw");
        const statement = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::raw/*" };
        await aws.s3.send(new PutBucketPolicyCommand({ Bucket: "raw", Policy: policyDocument(statement) }));
        await createParameterGroup(aws, "tuned");
        const role = { DBClusterIdentifier: "sales", RoleArn: arn };
        await createCluster(aws, { DBClusterParameterGroupName: "tuned" });
        await aws.rds.send(new AddRoleToDBClusterCommand(role));
        await aws.rds.send(
            new CreateDBInstanceCommand({
                DBInstanceIdentifier: "sales-1",
                DBInstanceClass: "db.t4g.medium",
                Engine: "aurora-mysql",
                DBClusterIdentifier: "sales",
            }),
        );
        const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({}));
        const alias = { AliasName: "alias/sales", TargetKeyId: KeyMetadata!.KeyId };
        await aws.kms.send(new CreateAliasCommand(alias));

        assert.deepEqual(await leftovers(), [
            "iam policy arn:aws:iam::123456789012:policy/read",
            "iam role arn:aws:iam::123456789012:role/loader",
            "iam role policy attachment loader arn:aws:iam::123456789012:policy/read",
            "kms alias/sales",
            `kms key ${KeyMetadata!.Arn}`,
            "rds cluster arn:aws:rds:us-east-1:123456789012:cluster:sales",
            "rds cluster instance arn:aws:rds:us-east-1:123456789012:db:sales-1",
            "rds cluster parameter group arn:aws:rds:us-east-1:123456789012:cluster-pg:tuned",
            "rds cluster role association sales arn:aws:iam::123456789012:role/loader",
            "s3 bucket policy raw",
            "s3 bucket raw",
        ]);
    });

    it("lists more than a page of them", async () => {
        const { aws, leftovers } = emulator();
        const names = Array.from({ length: 250 }, (_, i) => `policy-${i}`);
        await Promise.all(names.map((name) => createPolicy(aws, name)));
        assert.deepEqual(
            await leftovers(),
            names.map((name) => `iam policy arn:aws:iam::123456789012:policy/${name}`).sort(),
        );
    });

    it("lists no key that waits for its deletion", async () => {
        const { aws, leftovers } = emulator();
        const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({}));
        await aws.kms.send(new ScheduleKeyDeletionCommand({ KeyId: KeyMetadata!.Arn }));
        assert.deepEqual(await leftovers(), []);
    });

    it("lists no key that AWS made for a service of its own", async () => {
        const { aws, leftovers } = emulator();
        await createCluster(aws, { MasterUserPassword: undefined, ManageMasterUserPassword: true });
        const { MasterUserSecret } = await describeCluster(aws);
        assert.ok(MasterUserSecret?.KmsKeyId);
        assert.deepEqual(await leftovers(), ["rds cluster arn:aws:rds:us-east-1:123456789012:cluster:sales"]);
    });

    it("is empty after a reset", async () => {
        const { aws, leftovers, reset } = emulator();
        await createRole(aws, "loader");
        await createBucket(aws, "raw", "key");
        await createCluster(aws);
        await reset();
        assert.deepEqual(await leftovers(), []);
    });
});
