import assert from "node:assert/strict";
import { parametersOfGroup, policiesOfRole, rolesOfCluster, trustOfRole } from "../support/attached";
import { describeSteps } from "../support/engine";
import { canRead, canWrite, remove } from "../support/objects";
import { useExample } from "./exampleStack";

describe("examples/typescript, on the real engine", () => {
    const { emulator, stack, firstPreview, outputs } = useExample("typescript");

    it("shows every resource in the first preview", () => {
        assert.deepEqual(
            describeSteps(firstPreview()),
            [
                "create AuroraS3Access sales",
                "create iam.Policy sales-export",
                "create iam.Policy sales-import",
                "create iam.Role sales-role",
                "create iam.RolePolicyAttachment sales-export",
                "create iam.RolePolicyAttachment sales-import",
                "create kms.Alias reports",
                "create kms.Key reports",
                "create rds.Cluster sales",
                "create rds.ClusterInstance sales",
                "create rds.ClusterParameterGroup sales-parameters",
                "create s3.Bucket raw",
                "create s3.Bucket reports",
                "create s3.BucketServerSideEncryptionConfiguration reports",
            ].sort(),
        );
    });

    it("attaches both policies to the role, with exactly the permissions of the guide", async () => {
        const { roleArn, importBucket, exportBucket, keyArn } = outputs();
        const policies = await policiesOfRole(emulator().aws, roleArn!);
        assert.deepEqual(Object.values(policies), [
            {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Action: ["s3:ListBucket"],
                        Resource: [`arn:aws:s3:::${exportBucket}`],
                    },
                    {
                        Effect: "Allow",
                        Action: [
                            "s3:AbortMultipartUpload",
                            "s3:DeleteObject",
                            "s3:GetObject",
                            "s3:ListMultipartUploadParts",
                            "s3:PutObject",
                        ],
                        Resource: [`arn:aws:s3:::${exportBucket}/*`],
                    },
                    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: [keyArn] },
                ],
            },
            {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Action: ["s3:ListBucket"],
                        Resource: [`arn:aws:s3:::${importBucket}`],
                    },
                    {
                        Effect: "Allow",
                        Action: ["s3:GetObject", "s3:GetObjectVersion"],
                        Resource: [`arn:aws:s3:::${importBucket}/incoming/*`],
                    },
                ],
            },
        ]);
    });

    it("lets RDS assume the role for this account only", async () => {
        assert.deepEqual(await trustOfRole(emulator().aws, outputs().roleArn!), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "rds.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEqualsIfExists: { "aws:SourceAccount": emulator().accountId } },
                },
            ],
        });
    });

    it("gives the cluster the role, without a feature name", async () => {
        assert.deepEqual(await rolesOfCluster(emulator().aws, outputs().clusterIdentifier!), [
            { roleArn: outputs().roleArn, status: "ACTIVE", featureName: undefined },
        ]);
    });

    it("names the role in the parameter group", async () => {
        assert.deepEqual(await parametersOfGroup(emulator().aws, outputs().clusterParameterGroupName!), [
            { name: "aws_default_s3_role", value: outputs().roleArn, applyMethod: "immediate" },
        ]);
    });

    it("lets Aurora read what it loads and write what it exports, and nothing else", async () => {
        const { aws, assumeRole } = emulator();
        const { importBucket, exportBucket, roleArn } = outputs();
        await canWrite(aws, importBucket!, "incoming/orders.csv");
        await canWrite(aws, importBucket!, "archive/orders.csv");
        const aurora = await assumeRole(roleArn!);
        assert.deepEqual(
            {
                "reads incoming": await canRead(aurora, importBucket!, "incoming/orders.csv"),
                "reads the rest": await canRead(aurora, importBucket!, "archive/orders.csv"),
                "writes to incoming": await canWrite(aurora, importBucket!, "incoming/orders.csv"),
                "writes reports": await canWrite(aurora, exportBucket!, "sales.part_00000"),
            },
            {
                "reads incoming": "allowed",
                "reads the rest": "denied",
                "writes to incoming": "denied",
                "writes reports": "allowed",
            },
        );
        await remove(aws, importBucket!, "incoming/orders.csv");
        await remove(aws, importBucket!, "archive/orders.csv");
        await remove(aws, exportBucket!, "sales.part_00000");
    });

    it("has nothing to change right after", async () => {
        assert.deepEqual(describeSteps(await stack().preview()), []);
    });

    it("finds nothing changed when it is refreshed", async () => {
        assert.deepEqual(describeSteps(await stack().refresh()), []);
        assert.deepEqual(describeSteps(await stack().preview()), []);
    });

    it("updates one policy for one more bucket, in the preview and in the update", async () => {
        await stack().edit("index.ts", "importFrom: [", 'importFrom: [{ bucket: "partner-data" }, ');
        const expected = ["update AuroraS3Access sales", "update iam.Policy sales-import [policy]"];
        assert.deepEqual(describeSteps(await stack().preview()), expected);
        assert.deepEqual(describeSteps(await stack().up()), expected);
        assert.deepEqual(describeSteps(await stack().preview()), []);
    });
});
