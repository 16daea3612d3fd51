import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../../provider";
import { run } from "./program";

const key = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}abcd-12ab-34cd-56ef-1234567890ab`;
const raw = { bucket: "raw" };

const parsed = (statement: string) =>
    JSON.parse(statement) as { Principal: { AWS: string }; Action: string[] };

describe("the statements for owners in other accounts", () => {
    it("are secret where the inputs are", async () => {
        const { outputs } = await run(() => {
            const { bucketPolicyStatements, keyPolicyStatements } = new AuroraS3Access("sales", {
                importFrom: [{ bucket: pulumi.secret("raw"), kmsKeyArn: pulumi.secret(key("1234")) }],
            });
            return [pulumi.isSecret(bucketPolicyStatements), pulumi.isSecret(keyPolicyStatements)];
        });
        assert.deepEqual(outputs, [true, true]);
    });

    it("name buckets in the partition of the provider", async () => {
        const program = () => new AuroraS3Access("sales", { importFrom: [raw] }).bucketPolicyStatements;
        const { outputs } = await run(program, { partition: "aws-cn" });
        assert.deepEqual(
            new Set(outputs.map(({ bucketArn }) => bucketArn)),
            new Set(["arn:aws-cn:s3:::raw"]),
        );
    });

    it("let the importing role of Aurora PostgreSQL alone into the bucket", async () => {
        const { outputs } = await run(
            () =>
                new AuroraS3Access("sales", {
                    engine: "aurora-postgresql",
                    importFrom: [raw],
                    exportTo: [{ bucket: "reports" }],
                }).bucketPolicyStatements,
        );
        assert.deepEqual(
            outputs.map(({ bucketArn, statement }) => [bucketArn, parsed(statement).Principal.AWS]),
            [
                ["arn:aws:s3:::raw", "arn:aws:iam::123456789012:role/sales-role-import"],
                ["arn:aws:s3:::raw", "arn:aws:iam::123456789012:role/sales-role-import"],
            ],
        );
    });

    it("let the role use each of kmsKeys for what it is given for", async () => {
        const kmsKeys = [{ keyArn: key("1234") }, { keyArn: key("5678"), forExport: true }];
        const { outputs } = await run(() => new AuroraS3Access("sales", { kmsKeys }).keyPolicyStatements);
        assert.deepEqual(
            outputs.map(({ keyArn, statement }) => [keyArn, parsed(statement).Action]),
            [
                [key("1234"), ["kms:Decrypt"]],
                [key("5678"), ["kms:Decrypt", "kms:GenerateDataKey"]],
            ],
        );
    });
});
