import assert from "node:assert/strict";
import fc from "fast-check";
import { s3PolicyDocument, type Location } from "../../../provider/policy/s3Policy";

const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const readObject = ["s3:GetObject", "s3:GetObjectVersion"];
const writeObject = [
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:GetObject",
    "s3:ListMultipartUploadParts",
    "s3:PutObject",
];

const allow = (actions: string[], ...resources: string[]) => ({
    Effect: "Allow",
    Action: actions,
    Resource: resources,
});
const policy = (...statements: unknown[]) => ({ Version: "2012-10-17", Statement: statements });
const list = (...buckets: string[]) => allow(["s3:ListBucket"], ...buckets);

const importFrom = (...locations: Location[]) => s3PolicyDocument("aurora-mysql", "import", locations, "aws");
const exportTo = (...locations: Location[]) => s3PolicyDocument("aurora-mysql", "export", locations, "aws");

describe("the S3 policy of Aurora MySQL", () => {
    for (const feature of ["LOAD DATA FROM S3", "LOAD XML FROM S3"]) {
        it(`lets ${feature} list the bucket and get its objects and their versions`, () => {
            assert.deepEqual(
                importFrom({ bucket: "example-bucket" }),
                policy(
                    list("arn:aws:s3:::example-bucket"),
                    allow(readObject, "arn:aws:s3:::example-bucket/*"),
                ),
            );
        });
    }

    it("lets SELECT INTO OUTFILE S3 list the bucket and write, read back and delete its objects", () => {
        assert.deepEqual(
            exportTo({ bucket: "example-bucket" }),
            policy(list("arn:aws:s3:::example-bucket"), allow(writeObject, "arn:aws:s3:::example-bucket/*")),
        );
    });

    it("gives an export no GetObjectVersion and an import nothing that writes", () => {
        assert.doesNotMatch(JSON.stringify(exportTo({ bucket: "example-bucket" })), /GetObjectVersion/);
        assert.doesNotMatch(JSON.stringify(importFrom({ bucket: "example-bucket" })), /Put|Delete|Abort/);
    });

    it("puts several buckets into the same statements", () => {
        assert.deepEqual(
            importFrom({ bucket: "orders" }, { bucket: "customers" }),
            policy(
                list("arn:aws:s3:::customers", "arn:aws:s3:::orders"),
                allow(readObject, "arn:aws:s3:::customers/*", "arn:aws:s3:::orders/*"),
            ),
        );
    });

    it("reaches the objects of one folder only", () => {
        assert.deepEqual(
            importFrom({ bucket: "raw", objects: ["incoming/*"] }),
            policy(list("arn:aws:s3:::raw"), allow(readObject, "arn:aws:s3:::raw/incoming/*")),
        );
    });

    it("reaches every bucket with *", () => {
        assert.deepEqual(
            exportTo({ bucket: "*" }),
            policy(list("arn:aws:s3:::*"), allow(writeObject, "arn:aws:s3:::*/*")),
        );
    });

    it("decrypts what an import reads from an encrypted bucket", () => {
        assert.deepEqual(
            importFrom({ bucket: "raw", kmsKeyArn: key }),
            policy(
                list("arn:aws:s3:::raw"),
                allow(readObject, "arn:aws:s3:::raw/*"),
                allow(["kms:Decrypt"], key),
            ),
        );
    });

    it("encrypts what an export writes to an encrypted bucket, and decrypts the parts of a large one", () => {
        assert.deepEqual(
            exportTo({ bucket: "reports", kmsKeyArn: key }),
            policy(
                list("arn:aws:s3:::reports"),
                allow(writeObject, "arn:aws:s3:::reports/*"),
                allow(["kms:Decrypt", "kms:GenerateDataKey"], key),
            ),
        );
    });

    it("names a bucket the same way whether its name or its ARN is given", () => {
        assert.deepEqual(importFrom({ bucket: "arn:aws:s3:::raw" }), importFrom({ bucket: "raw" }));
    });

    it("puts a bucket given by name into the partition of the provider", () => {
        assert.deepEqual(
            s3PolicyDocument("aurora-mysql", "import", [{ bucket: "raw" }], "aws-cn"),
            policy(list("arn:aws-cn:s3:::raw"), allow(readObject, "arn:aws-cn:s3:::raw/*")),
        );
    });

    it("leaves a bucket given by ARN in its own partition", () => {
        assert.deepEqual(
            s3PolicyDocument("aurora-mysql", "import", [{ bucket: "arn:aws-us-gov:s3:::raw" }], "aws"),
            policy(list("arn:aws-us-gov:s3:::raw"), allow(readObject, "arn:aws-us-gov:s3:::raw/*")),
        );
    });

    it("is the same to the byte for locations in any order, however often repeated", () => {
        const location = fc.record(
            {
                bucket: fc.constantFrom("raw", "orders", "customers", "arn:aws:s3:::raw"),
                objects: fc.array(fc.constantFrom("*", "a/*", "b/?.csv", "a/b"), { minLength: 1 }),
                kmsKeyArn: fc.constantFrom(key, `${key}f`),
            },
            { requiredKeys: ["bucket"] },
        );
        const reordered = fc
            .array(location, { minLength: 1 })
            .chain((locations) =>
                fc.tuple(
                    fc.constant(locations),
                    fc.shuffledSubarray([...locations, ...locations], { minLength: locations.length * 2 }),
                ),
            );
        fc.assert(
            fc.property(reordered, fc.constantFrom(importFrom, exportTo), ([locations, others], write) => {
                assert.equal(JSON.stringify(write(...others)), JSON.stringify(write(...locations)));
            }),
            { numRuns: 1000 },
        );
    });
});

describe("the S3 policy of Aurora PostgreSQL", () => {
    const location = { bucket: "example-bucket", kmsKeyArn: key };

    it("lets aws_s3.table_import_from_s3 list the bucket, get its objects and decrypt them", () => {
        assert.deepEqual(
            s3PolicyDocument("aurora-postgresql", "import", [location], "aws"),
            policy(
                list("arn:aws:s3:::example-bucket"),
                allow(["s3:GetObject"], "arn:aws:s3:::example-bucket/*"),
                allow(["kms:Decrypt"], key),
            ),
        );
    });

    it("lets aws_s3.query_export_to_s3 put objects and encrypt them, with nothing on the bucket", () => {
        assert.deepEqual(
            s3PolicyDocument("aurora-postgresql", "export", [location], "aws"),
            policy(
                allow(["s3:AbortMultipartUpload", "s3:PutObject"], "arn:aws:s3:::example-bucket/*"),
                allow(["kms:Decrypt", "kms:GenerateDataKey"], key),
            ),
        );
    });
});
