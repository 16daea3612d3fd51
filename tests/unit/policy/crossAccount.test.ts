import assert from "node:assert/strict";
import { bucketPolicyStatements, keyPolicyStatements, type Use } from "../../../provider/policy/crossAccount";

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const keyArn = "arn:aws:kms:us-east-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const use = (direction: Use["direction"], ...locations: Use["locations"]): Use => ({
    direction,
    roleArn: role("aurora"),
    locations,
});
const statement = (actions: string[], ...resources: string[]) => ({
    Effect: "Allow",
    Principal: { AWS: role("aurora") },
    Action: actions,
    Resource: resources,
});

const forBuckets = (engine: Parameters<typeof bucketPolicyStatements>[0], ...uses: Use[]) =>
    bucketPolicyStatements(engine, uses, "aws").map(({ bucketArn, statement }) => ({
        bucketArn,
        statement: JSON.parse(statement) as unknown,
    }));
const forKeys = (...args: Parameters<typeof keyPolicyStatements>) =>
    keyPolicyStatements(...args).map((each) => ({
        ...each,
        statement: JSON.parse(each.statement) as unknown,
    }));

describe("the statements for the owner of a bucket", () => {
    it("let the role list the bucket and read the objects that it imports", () => {
        assert.deepEqual(
            forBuckets("aurora-mysql", use("import", { bucket: "raw", objects: ["a/*", "b/*"] })),
            [
                {
                    bucketArn: "arn:aws:s3:::raw",
                    statement: statement(
                        ["s3:GetObject", "s3:GetObjectVersion"],
                        "arn:aws:s3:::raw/a/*",
                        "arn:aws:s3:::raw/b/*",
                    ),
                },
                {
                    bucketArn: "arn:aws:s3:::raw",
                    statement: statement(["s3:ListBucket"], "arn:aws:s3:::raw"),
                },
            ],
        );
    });

    it("are together what a role does in both directions", () => {
        assert.deepEqual(
            forBuckets("aurora-mysql", use("import", { bucket: "raw" }), use("export", { bucket: "raw" })),
            [
                {
                    bucketArn: "arn:aws:s3:::raw",
                    statement: statement(
                        [
                            "s3:AbortMultipartUpload",
                            "s3:DeleteObject",
                            "s3:GetObject",
                            "s3:GetObjectVersion",
                            "s3:ListMultipartUploadParts",
                            "s3:PutObject",
                        ],
                        "arn:aws:s3:::raw/*",
                    ),
                },
                {
                    bucketArn: "arn:aws:s3:::raw",
                    statement: statement(["s3:ListBucket"], "arn:aws:s3:::raw"),
                },
            ],
        );
    });

    it("are for each bucket its own", () => {
        const uses = [use("import", { bucket: "raw" }, { bucket: "orders" })];
        assert.deepEqual(
            bucketPolicyStatements("aurora-mysql", uses, "aws").map(({ bucketArn }) => bucketArn),
            ["arn:aws:s3:::orders", "arn:aws:s3:::orders", "arn:aws:s3:::raw", "arn:aws:s3:::raw"],
        );
    });

    it("are none for every bucket, which has no owner", () => {
        assert.deepEqual(forBuckets("aurora-mysql", use("import", { bucket: "*" })), []);
    });

    it("are none for exports of Aurora PostgreSQL, which AWS does not support across accounts", () => {
        assert.deepEqual(forBuckets("aurora-postgresql", use("export", { bucket: "raw" })), []);
    });
});

describe("the statements for the owner of a key", () => {
    it("let the role use the key of a location as its direction needs", () => {
        assert.deepEqual(forKeys([use("export", { bucket: "raw", kmsKeyArn: keyArn })], []), [
            { keyArn, statement: statement(["kms:Decrypt", "kms:GenerateDataKey"], "*") },
        ]);
    });

    it("let the role use the keys of kmsKeys", () => {
        assert.deepEqual(forKeys([], [{ keyArn, roleArn: role("aurora") }]), [
            { keyArn, statement: statement(["kms:Decrypt"], "*") },
        ]);
    });

    it("are one for a key that is given in several places", () => {
        assert.deepEqual(
            forKeys(
                [
                    use(
                        "import",
                        { bucket: "raw", kmsKeyArn: keyArn },
                        { bucket: "orders", kmsKeyArn: keyArn },
                    ),
                ],
                [{ keyArn, forExport: true, roleArn: role("aurora") }],
            ),
            [{ keyArn, statement: statement(["kms:Decrypt", "kms:GenerateDataKey"], "*") }],
        );
    });
});
