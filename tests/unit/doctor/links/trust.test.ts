import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("trust", [
    {
        kind: plain,
        broken: "the role does not exist",
        found: {
            code: "S3ACCESS030",
            problem: "The role arn:aws:iam::123456789012:role/sales does not exist.",
            evidence: ["IAM has no role arn:aws:iam::123456789012:role/sales."],
            fix: "Create the role again, or use another one.",
            commands: [],
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: plain,
        broken: "the trust policy is for another service",
        found: {
            code: "S3ACCESS031",
            problem:
                "The trust policy of arn:aws:iam::123456789012:role/sales does not allow rds.amazonaws.com to assume the role.",
            evidence: [
                'Trust policy: {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}',
            ],
            fix: "Add a statement for rds.amazonaws.com to the trust policy.",
            commands: [
                'aws iam update-assume-role-policy --role-name sales --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},{"Effect":"Allow","Principal":{"Service":"rds.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEqualsIfExists":{"aws:SourceAccount":"123456789012"},"ArnLikeIfExists":{"aws:SourceArn":["arn:aws:rds:us-east-1:123456789012:cluster:sales"]}}}]}\'',
            ],
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: plain,
        broken: "the trust policy is for another account",
        found: {
            code: "S3ACCESS032",
            problem:
                "The conditions of the trust policy of arn:aws:iam::123456789012:role/sales don't match arn:aws:rds:us-east-1:123456789012:cluster:sales.",
            evidence: [
                'Condition: {"StringEquals":{"aws:SourceAccount":"999999999999"}}',
                "aws:SourceAccount is 123456789012, and aws:SourceArn is arn:aws:rds:us-east-1:123456789012:cluster:sales.",
            ],
            fix: "Correct the condition, so that it matches the account and the ARN of the database.",
            commands: [
                'aws iam update-assume-role-policy --role-name sales --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"rds.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEqualsIfExists":{"aws:SourceAccount":"123456789012"},"ArnLikeIfExists":{"aws:SourceArn":["arn:aws:rds:us-east-1:123456789012:cluster:sales"]}}}]}\'',
            ],
            pulumi: 'sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:sales"]',
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: plain,
        broken: "the trust policy is a Deny",
        found: {
            code: "S3ACCESS033",
            problem: "The trust policy of arn:aws:iam::123456789012:role/sales denies rds.amazonaws.com.",
            evidence: [
                'Trust policy: {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":{"Service":"rds.amazonaws.com"},"Action":"sts:AssumeRole"}}',
            ],
            fix: "Remove or narrow the Deny statement.",
            commands: [],
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
]);
