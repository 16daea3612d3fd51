import type { Linted } from "./documents";

const object = "arn:aws:s3:::sales-raw/incoming/*";
const bucket = "arn:aws:s3:::sales-raw";
const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const principal = { AWS: "arn:aws:iam::123456789012:role/sales" };

const policy = (kind: Linted["kind"], statement: object): Linted => ({
    kind,
    document: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] }),
});
const permissions = (Action: string, Resource: string, more: object = {}) =>
    policy("permissions", { Action: [Action], Resource: [Resource], ...more });
const trust = (more: object) =>
    policy("trust", { Principal: { Service: "rds.amazonaws.com" }, Action: "sts:AssumeRole", ...more });

interface Broken {
    readonly document: Linted;
    /** The rules of the linters that find it. */
    readonly found: readonly string[];
}

/** A document for each mistake that the component must not make. */
export const broken: Record<string, Broken> = {
    "every action of a service": {
        document: permissions("s3:*", object),
        found: ["parliament PERMISSIONS_MANAGEMENT_ACTIONS", "parliament RESOURCE_MISMATCH"],
    },
    "an action with a wildcard": {
        document: permissions("s3:GetObject*", object),
        found: ["parliament RESOURCE_MISMATCH"],
    },
    "an action that S3 does not have": {
        document: permissions("s3:GetObjects", object),
        found: ["cfn-lint W3037", "parliament UNKNOWN_ACTION"],
    },
    "an action that KMS does not have": {
        document: permissions("kms:GenerateKey", key),
        found: ["cfn-lint W3037", "parliament UNKNOWN_ACTION"],
    },
    "an object action on a bucket": {
        document: permissions("s3:GetObject", bucket),
        found: ["parliament RESOURCE_MISMATCH"],
    },
    "a bucket action on objects": {
        document: permissions("s3:ListBucket", object),
        found: ["parliament RESOURCE_MISMATCH"],
    },
    "a key action on objects": {
        document: permissions("kms:Decrypt", object),
        found: ["parliament RESOURCE_MISMATCH"],
    },
    "a key action on every key": {
        document: permissions("kms:Decrypt", "*"),
        found: ["parliament RESOURCE_STAR"],
    },
    "a condition key that S3 does not have": {
        document: permissions("s3:GetObject", object, { Condition: { StringEquals: { "s3:color": "red" } } }),
        found: ["parliament UNKNOWN_CONDITION_FOR_ACTION"],
    },
    "a global condition key that does not exist": {
        document: trust({ Condition: { StringEquals: { "aws:SourceAcount": "123456789012" } } }),
        found: ["parliament UNKNOWN_CONDITION_FOR_ACTION"],
    },
    "a condition operator that does not exist": {
        document: trust({ Condition: { StringEqual: { "aws:SourceAccount": "123456789012" } } }),
        found: ["cfn-lint E3530", "parliament UNKNOWN_OPERATOR"],
    },
    "an element that a statement does not have": {
        document: permissions("s3:GetObject", object, { Resources: [object] }),
        found: ["cfn-lint E3510", "parliament MALFORMED"],
    },
    "a principal of an unknown type": {
        document: policy("bucket", {
            Principal: { Role: "sales" },
            Action: ["s3:GetObject"],
            Resource: [object],
        }),
        found: ["parliament UNKNOWN_PRINCIPAL"],
    },
    "a bucket policy without a principal": {
        document: policy("bucket", { Action: ["s3:GetObject"], Resource: [object] }),
        found: ["cfn-lint E3512"],
    },
    "an action of S3 in a key policy": {
        document: policy("key", { Principal: principal, Action: ["s3:GetObject"], Resource: ["*"] }),
        found: ["parliament RESOURCE_MISMATCH"],
    },
};
