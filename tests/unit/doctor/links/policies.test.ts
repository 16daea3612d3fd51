import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("policies", [
    {
        kind: plain,
        broken: "the action on the bucket is missing",
        found: {
            code: "S3ACCESS040",
            problem:
                "The policies of arn:aws:iam::123456789012:role/sales don't allow s3:ListBucket on arn:aws:s3:::raw.",
            evidence: ["No statement allows s3:ListBucket on arn:aws:s3:::raw."],
            fix: "Allow the actions on the ARN of the bucket.",
            commands: [
                'aws iam put-role-policy --role-name sales --policy-name aurora-s3-access-raw --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket"],"Resource":["arn:aws:s3:::raw"]}]}\'',
            ],
            pulumi: 'importFrom: [{ bucket: "raw", objects: ["incoming/orders.csv"] }]',
            sqlErrors: [],
        },
    },
    {
        kind: plain,
        broken: "s3:GetObject is missing",
        found: {
            code: "S3ACCESS041",
            problem:
                "The policies of arn:aws:iam::123456789012:role/sales don't allow s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv.",
            evidence: ["No statement allows s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv."],
            fix: "Allow the actions on the ARN of the objects.",
            commands: [
                'aws iam put-role-policy --role-name sales --policy-name aurora-s3-access-raw-incoming-orders.csv --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::raw/incoming/orders.csv"]}]}\'',
            ],
            pulumi: 'importFrom: [{ bucket: "raw", objects: ["incoming/orders.csv"] }]',
            sqlErrors: ["ERROR 1815 (HY000): Internal error: Unable to initialize S3Stream"],
        },
    },
    {
        kind: plain,
        broken: "a policy of the role denies",
        found: {
            code: "S3ACCESS044",
            problem:
                "The policy arn:aws:iam::123456789012:policy/s3 of arn:aws:iam::123456789012:role/sales denies s3:GetObject, s3:GetObjectVersion, s3:ListBucket.",
            evidence: [
                "It denies s3:ListBucket on arn:aws:s3:::raw.",
                "It denies s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv.",
                "It denies s3:GetObjectVersion on arn:aws:s3:::raw/incoming/orders.csv.",
                'Statement 3: {"Effect":"Deny","Action":"s3:*","Resource":["arn:aws:s3:::raw","arn:aws:s3:::raw/*"]}',
            ],
            fix: "Remove or narrow the Deny statement.",
            commands: [],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, boundary: true },
        broken: "the boundary is too narrow",
        found: {
            code: "S3ACCESS043",
            problem:
                "The permissions boundary arn:aws:iam::123456789012:policy/boundary of arn:aws:iam::123456789012:role/sales doesn't allow s3:GetObject, s3:GetObjectVersion.",
            evidence: [
                "The boundary doesn't allow s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv.",
                "The boundary doesn't allow s3:GetObjectVersion on arn:aws:s3:::raw/incoming/orders.csv.",
            ],
            fix: "Allow the actions in the permissions boundary.",
            commands: [
                'aws iam create-policy-version --policy-arn arn:aws:iam::123456789012:policy/boundary --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket","kms:*"],"Resource":"*"},{"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::raw/incoming/orders.csv"]}]}\' --set-as-default',
            ],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, directions: ["export"], encryption: "customer" },
        broken: "kms:Decrypt is missing",
        found: {
            code: "S3ACCESS042",
            problem:
                "The policies of arn:aws:iam::123456789012:role/sales don't allow kms:Decrypt on arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
            evidence: [
                "No statement allows kms:Decrypt on arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                "New objects of the bucket reports are encrypted with arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
            ],
            fix: "Allow the actions on the ARN of the key.",
            commands: [
                'aws iam put-role-policy --role-name sales --policy-name aurora-s3-access-key-1234abcd-12ab-34cd-56ef-1234567890ab --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:Decrypt"],"Resource":["arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]}]}\'',
            ],
            pulumi: 'exportTo: [{ bucket: "reports", objects: ["daily/items.*"], kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]',
            sqlErrors: [],
        },
    },
]);
