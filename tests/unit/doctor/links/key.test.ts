import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("key", [
    {
        kind: { ...plain, directions: ["export"], encryption: "customer" },
        broken: "the key is Disabled",
        found: {
            code: "S3ACCESS060",
            problem:
                "The KMS key arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab is not enabled.",
            evidence: [
                "New objects of the bucket reports are encrypted with arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                "The state of the key is Disabled.",
            ],
            fix: "Enable the key, or encrypt the objects with another one.",
            commands: [
                "aws kms enable-key --key-id arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab --region us-east-1",
            ],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, directions: ["export"], encryption: "customer" },
        broken: "the key policy is for another role",
        found: {
            code: "S3ACCESS061",
            problem:
                "The key policy of arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab does not allow kms:Decrypt, kms:GenerateDataKey to arn:aws:iam::123456789012:role/sales.",
            evidence: [
                "New objects of the bucket reports are encrypted with arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                "No statement allows kms:Decrypt on arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                "No statement allows kms:GenerateDataKey on arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
            ],
            fix: "Add the statement to the key policy.",
            commands: [
                'aws kms put-key-policy --key-id arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab --policy-name default --policy \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":{"AWS":"arn:aws:iam::123456789012:role/another"}},{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/sales"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":["*"]}]}\' --region us-east-1',
            ],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, directions: ["export"], encryption: "customer" },
        broken: "the key policy denies",
        found: {
            code: "S3ACCESS062",
            problem:
                "The key policy of arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab denies kms:Decrypt to arn:aws:iam::123456789012:role/sales.",
            evidence: [
                "New objects of the bucket reports are encrypted with arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                'Statement 2: {"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*"}',
            ],
            fix: "Narrow the Deny statement, so that it does not apply to the role.",
            commands: [
                'aws kms put-key-policy --key-id arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab --policy-name default --policy \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":{"AWS":"arn:aws:iam::123456789012:root"}},{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::123456789012:role/sales"}}}]}\' --region us-east-1',
            ],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, directions: ["export"], encryption: "customer" },
        broken: "the version does not know customer managed keys",
        found: {
            code: "S3ACCESS063",
            problem:
                "8.0.mysql_aurora.3.04.3 does not support the customer managed key arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
            evidence: [
                "New objects of the bucket reports are encrypted with arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                "Aurora MySQL 3.05 is the first version that does.",
            ],
            fix: "Upgrade the cluster, or use a bucket without a customer managed key.",
            commands: [],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, bucketOwner: "foreign" },
        broken: "the objects have the AWS managed key of another account",
        found: {
            code: "S3ACCESS064",
            problem: "The objects are encrypted with the AWS managed key of another account.",
            evidence: ["The object incoming/orders.csv is encrypted with the AWS managed key."],
            fix: "The owner of the bucket encrypts the objects with a customer managed key, or with SSE-S3.",
            commands: [],
            sqlErrors: [],
        },
    },
]);
