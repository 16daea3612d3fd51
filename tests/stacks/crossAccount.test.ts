import { AttachRolePolicyCommand } from "@aws-sdk/client-iam";
import { GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import { GetBucketPolicyCommand } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { policiesOfRole } from "../support/attached";
import { allow, createPolicy, createRole } from "../support/emulator/builders";
import type { Clients } from "../support/emulator/clients";
import { leftovers } from "../support/emulator/leftovers";
import { describeSteps } from "../support/engine";
import { deleteExistingCluster, existing, makeExistingCluster } from "../support/existingCluster";
import { useExample } from "./exampleStack";

const ownerAccount = "210987654321";

/** The role that deploys to the owner's account. */
async function makeOwnerRole(owner: Clients): Promise<string> {
    const RoleArn = await createRole(owner, "deployer");
    const PolicyArn = await createPolicy(owner, "everything", allow("*", "*"));
    await owner.iam.send(new AttachRolePolicyCommand({ RoleName: "deployer", PolicyArn }));
    return RoleArn;
}

describe("examples/typescript-cross-account, on the real engine", () => {
    let owner: Clients;
    let ownersOwn: string[];
    const { emulator, stack, firstPreview, outputs } = useExample(
        "typescript-cross-account",
        async (emulator) => {
            await makeExistingCluster(emulator.aws);
            owner = emulator.otherAccount(ownerAccount);
            const ownerRoleArn = await makeOwnerRole(owner);
            ownersOwn = await leftovers(owner);
            return {
                config: { clusterIdentifier: existing.clusterIdentifier, ownerRoleArn },
                takeAway: async () => {
                    await deleteExistingCluster(emulator.aws);
                    assert.deepEqual(
                        await leftovers(owner),
                        ownersOwn,
                        "nothing of ours is left with the owner",
                    );
                },
            };
        },
    );

    it("shows every resource in the first preview", () => {
        assert.deepEqual(describeSteps(firstPreview()), [
            "create AuroraS3Access sales",
            "create iam.Policy sales-import",
            "create iam.Role sales-role",
            "create iam.RolePolicyAttachment sales-import",
            "create kms.Key orders",
            "create kms.KeyPolicy orders",
            "create providers.aws owner",
            "create rds.ClusterRoleAssociation sales-cluster",
            "create s3.Bucket orders",
            "create s3.BucketPolicy orders",
            "create s3.BucketServerSideEncryptionConfiguration orders",
        ]);
    });

    it("makes bucket and key in the owner's account, and policy and role in that of the cluster", async () => {
        const { bucketName, keyArn, roleArn } = outputs();
        assert.deepEqual(await leftovers(owner), [
            ...ownersOwn,
            `kms key ${keyArn}`,
            `s3 bucket ${bucketName}`,
            `s3 bucket policy ${bucketName}`,
        ]);
        assert.ok(keyArn!.startsWith(`arn:aws:kms:us-east-1:${ownerAccount}:key/`));
        assert.ok(roleArn!.startsWith(`arn:aws:iam::${emulator().accountId}:role/`));
        const [document] = Object.values(await policiesOfRole(emulator().aws, roleArn!));
        assert.deepEqual(document, {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: ["s3:ListBucket"], Resource: [`arn:aws:s3:::${bucketName}`] },
                {
                    Effect: "Allow",
                    Action: ["s3:GetObject", "s3:GetObjectVersion"],
                    Resource: [`arn:aws:s3:::${bucketName}/incoming/*`],
                },
                { Effect: "Allow", Action: ["kms:Decrypt"], Resource: [keyArn] },
            ],
        });
    });

    it("has the bucket let the role do just that, as S3 reports it", async () => {
        const { bucketName: Bucket, roleArn } = outputs();
        const { Policy } = await owner.s3.send(new GetBucketPolicyCommand({ Bucket }));
        assert.deepEqual(JSON.parse(Policy!), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { AWS: roleArn },
                    Action: ["s3:GetObject", "s3:GetObjectVersion"],
                    Resource: [`arn:aws:s3:::${Bucket}/incoming/*`],
                },
                {
                    Effect: "Allow",
                    Principal: { AWS: roleArn },
                    Action: ["s3:ListBucket"],
                    Resource: [`arn:aws:s3:::${Bucket}`],
                },
            ],
        });
    });

    it("has the key let the role decrypt, and its own account do as before, as KMS reports it", async () => {
        const { keyArn: KeyId, roleArn } = outputs();
        const { Policy } = await owner.kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" }));
        assert.deepEqual(JSON.parse(Policy!), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "Enable IAM User Permissions",
                    Effect: "Allow",
                    Principal: { AWS: `arn:aws:iam::${ownerAccount}:root` },
                    Action: "kms:*",
                    Resource: "*",
                },
                {
                    Effect: "Allow",
                    Principal: { AWS: roleArn },
                    Action: ["kms:Decrypt"],
                    Resource: ["*"],
                },
            ],
        });
    });

    it("has nothing to change right after", async () => {
        assert.deepEqual(describeSteps(await stack().preview()), []);
    });
});
