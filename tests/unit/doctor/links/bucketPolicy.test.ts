import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("bucketPolicy", [
    {
        kind: plain,
        broken: "the bucket policy denies everyone",
        found: {
            code: "S3ACCESS055",
            problem:
                "The bucket policy of raw denies s3:GetObject, s3:GetObjectVersion, s3:ListBucket to arn:aws:iam::123456789012:role/sales.",
            evidence: [
                "It denies s3:ListBucket on arn:aws:s3:::raw.",
                "It denies s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv.",
                "It denies s3:GetObjectVersion on arn:aws:s3:::raw/incoming/orders.csv.",
                'Statement 1: {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::raw","arn:aws:s3:::raw/*"]}',
            ],
            fix: "Narrow the Deny statement, so that it does not apply to the role.",
            commands: [
                'aws s3api put-bucket-policy --bucket raw --policy \'{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::raw","arn:aws:s3:::raw/*"],"Condition":{"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::123456789012:role/sales"}}}]}\'',
            ],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, bucketOwner: "foreign" },
        broken: "the bucket of another account allows nothing",
        found: {
            code: "S3ACCESS056",
            problem:
                "The bucket policy of raw, which belongs to another account, does not allow s3:GetObject, s3:GetObjectVersion, s3:ListBucket to arn:aws:iam::123456789012:role/sales.",
            evidence: [
                "No statement allows s3:ListBucket on arn:aws:s3:::raw.",
                "No statement allows s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv.",
                "No statement allows s3:GetObjectVersion on arn:aws:s3:::raw/incoming/orders.csv.",
            ],
            fix: "The owner of the bucket adds the statements to the bucket policy.",
            commands: [
                'aws s3api put-bucket-policy --bucket raw --policy \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/sales"},"Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::raw/incoming/orders.csv"]},{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/sales"},"Action":["s3:ListBucket"],"Resource":["arn:aws:s3:::raw"]}]}\'',
            ],
            pulumi: "access.bucketPolicyStatements",
            sqlErrors: [],
        },
    },
]);
