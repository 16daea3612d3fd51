import { CreatePolicyCommand, CreateRoleCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { AddRoleToDBClusterCommand } from "@aws-sdk/client-rds";
import { PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import {
    attach,
    createBucket,
    createCluster,
    createPolicy,
    createRole,
    policyDocument,
    readObject,
    useEmulator,
} from "./builders";
import type { ChangeCall } from "./emulator";

describe("The emulated AWS's log of calls", () => {
    const emulator = useEmulator();

    it("tells in which order the services were called, and what each call acted on", async () => {
        const { aws, assumeRole, calls } = emulator();
        const role = await createRole(aws, "loader");
        const policy = await createPolicy(aws, "read");
        await attach(aws, "loader", policy);
        await createCluster(aws, { Engine: "aurora-postgresql" });
        await aws.rds.send(
            new AddRoleToDBClusterCommand({
                DBClusterIdentifier: "sales",
                RoleArn: role,
                FeatureName: "s3Import",
            }),
        );
        const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({}));
        const alias = { AliasName: "alias/sales", TargetKeyId: KeyMetadata!.KeyId };
        await aws.kms.send(new CreateAliasCommand(alias));
        await createBucket(aws, "raw", "incoming/x");
        const statement = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::raw/x" };
        await aws.s3.send(new PutBucketPolicyCommand({ Bucket: "raw", Policy: policyDocument(statement) }));
        await readObject(aws, "raw", "incoming/x");
        await assumeRole(role);

        assert.deepEqual(await calls(), [
            "iam:CreateRole loader",
            "iam:CreatePolicy read",
            "iam:AttachRolePolicy loader arn:aws:iam::123456789012:policy/read",
            "rds:CreateDBCluster sales",
            "rds:AddRoleToDBCluster sales arn:aws:iam::123456789012:role/loader s3Import",
            "kms:CreateKey",
            "kms:CreateAlias alias/sales",
            "s3:PUT raw",
            "s3:PUT raw/incoming/x",
            "s3:PUT raw?policy",
            "s3:GET raw/incoming/x",
            "sts:AssumeRole arn:aws:iam::123456789012:role/loader",
        ]);
    });

    it("marks the calls that were refused", async () => {
        const { aws, calls } = emulator();
        const noTrust = { RoleName: "loader", AssumeRolePolicyDocument: "{}" };
        await assert.rejects(aws.iam.send(new GetRoleCommand({ RoleName: "loader" })));
        await assert.rejects(aws.iam.send(new CreateRoleCommand(noTrust)));
        await createRole(aws, "loader");
        assert.deepEqual(await calls(), [
            "iam:GetRole loader (404)",
            "iam:CreateRole loader (400)",
            "iam:CreateRole loader",
        ]);
    });

    it("keeps all parameters of the calls that have changed something", async () => {
        const { aws, changes } = emulator();
        const PolicyDocument = policyDocument({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
        const policy = { PolicyName: "read", PolicyDocument, Path: "/a/" };
        await assert.rejects(aws.iam.send(new GetRoleCommand({ RoleName: "loader" })));
        await aws.iam.send(new CreatePolicyCommand(policy));
        await assert.rejects(aws.iam.send(new CreatePolicyCommand(policy)));
        const [{ operation, region, parameters }, ...more] = (await changes()) as [
            ChangeCall,
            ...ChangeCall[],
        ];
        assert.deepEqual([operation, region], ["iam:CreatePolicy", "us-east-1"]);
        const { PolicyName, Path } = parameters;
        assert.deepEqual(
            { PolicyName, Path, PolicyDocument: parameters.PolicyDocument },
            { PolicyName: "read", Path: "/a/", PolicyDocument },
        );
        assert.deepEqual(more, []);
    });

    it("is empty after a reset", async () => {
        const { aws, calls, changes, reset } = emulator();
        await createRole(aws, "loader");
        await reset();
        assert.deepEqual([await calls(), await changes()], [[], []]);
    });
});
