import assert from "node:assert/strict";
import { policiesOfRole, rolesOfCluster, trustOfRole } from "../support/attached";
import { problemsOf } from "../support/doctor";
import { describeSteps } from "../support/engine";
import { canRead, canWrite, remove } from "../support/objects";
import { useExample } from "./exampleStack";

describe("examples/typescript-postgresql, on the real engine", () => {
    const { emulator, stack, firstPreview, outputs } = useExample("typescript-postgresql");

    it("shows every resource in the first preview", () => {
        assert.deepEqual(describeSteps(firstPreview()), [
            "create AuroraS3Access sales",
            "create iam.Policy sales-export",
            "create iam.Policy sales-import",
            "create iam.Role sales-role-export",
            "create iam.Role sales-role-import",
            "create iam.RolePolicyAttachment sales-export",
            "create iam.RolePolicyAttachment sales-import",
            "create kms.Key reports",
            "create rds.Cluster sales",
            "create rds.ClusterInstance sales",
            "create rds.ClusterRoleAssociation sales-cluster-export",
            "create rds.ClusterRoleAssociation sales-cluster-import",
            "create s3.Bucket raw",
            "create s3.Bucket reports",
            "create s3.BucketServerSideEncryptionConfiguration reports",
        ]);
    });

    it("gives the cluster a role for each direction, by the names of the features", async () => {
        assert.deepEqual(await rolesOfCluster(emulator().aws, outputs().clusterIdentifier!), [
            { roleArn: outputs().importRoleArn, status: "ACTIVE", featureName: "s3Import" },
            { roleArn: outputs().exportRoleArn, status: "ACTIVE", featureName: "s3Export" },
        ]);
        assert.notEqual(outputs().importRoleArn, outputs().exportRoleArn);
    });

    it("gives each role exactly the permissions of its direction", async () => {
        const { importRoleArn, exportRoleArn, importBucket, exportBucket, keyArn } = outputs();
        const { aws } = emulator();
        assert.deepEqual(Object.values(await policiesOfRole(aws, importRoleArn!)), [
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
                        Action: ["s3:GetObject"],
                        Resource: [`arn:aws:s3:::${importBucket}/incoming/*`],
                    },
                ],
            },
        ]);
        assert.deepEqual(Object.values(await policiesOfRole(aws, exportRoleArn!)), [
            {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Action: ["s3:AbortMultipartUpload", "s3:PutObject"],
                        Resource: [`arn:aws:s3:::${exportBucket}/*`],
                    },
                    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: [keyArn] },
                ],
            },
        ]);
    });

    it("lets RDS assume both roles for this account only", async () => {
        for (const roleArn of [outputs().importRoleArn!, outputs().exportRoleArn!]) {
            assert.deepEqual(await trustOfRole(emulator().aws, roleArn), {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: "rds.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        Condition: { StringEquals: { "aws:SourceAccount": emulator().accountId } },
                    },
                ],
            });
        }
    });

    it("lets each role do what its direction needs, and nothing of the other's", async () => {
        const { aws, assumeRole } = emulator();
        const { importBucket, exportBucket, importRoleArn, exportRoleArn } = outputs();
        await canWrite(aws, importBucket!, "incoming/orders.csv");
        const [importer, exporter] = [await assumeRole(importRoleArn!), await assumeRole(exportRoleArn!)];
        assert.deepEqual(
            {
                "importer reads incoming": await canRead(importer, importBucket!, "incoming/orders.csv"),
                "importer writes reports": await canWrite(importer, exportBucket!, "sales.csv"),
                "exporter writes reports": await canWrite(exporter, exportBucket!, "sales.csv"),
                "exporter reads reports": await canRead(exporter, exportBucket!, "sales.csv"),
                "exporter reads incoming": await canRead(exporter, importBucket!, "incoming/orders.csv"),
            },
            {
                "importer reads incoming": "allowed",
                "importer writes reports": "denied",
                "exporter writes reports": "allowed",
                "exporter reads reports": "denied",
                "exporter reads incoming": "denied",
            },
        );
        await remove(aws, importBucket!, "incoming/orders.csv");
        await remove(aws, exportBucket!, "sales.csv");
    });

    it("leaves the doctor nothing to find", async () => {
        assert.deepEqual(await problemsOf(emulator(), outputs().clusterIdentifier!), []);
    });

    it("has nothing to change right after", async () => {
        assert.deepEqual(describeSteps(await stack().preview()), []);
    });

    it("updates one policy for one more bucket", async () => {
        await stack().edit("index.ts", "importFrom: [", 'importFrom: [{ bucket: "partner-data" }, ');
        assert.deepEqual(describeSteps(await stack().up()), [
            "update AuroraS3Access sales",
            "update iam.Policy sales-import [policy]",
        ]);
    });
});
