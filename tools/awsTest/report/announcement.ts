import type { Aws } from "../aws";

/**
 * What a run creates and costs. The prices are those of us-east-1 as several pages of 2026 quote them from AWS: 0.12 USD for an ACU-hour,
 * 1 USD a month for a key, 0.40 USD a month for a secret. Two clusters of 1 ACU at most for an hour are 0.24 USD. A key that waits for its
 * deletion costs nothing.
 */
export function announcement({ account, region }: Pick<Aws, "account" | "region">, name: string): string {
    return `This test creates resources in the AWS account ${account}, in ${region}:

- an Aurora MySQL and an Aurora PostgreSQL cluster, Serverless v2 with 0.5 to 1 ACU, each with one instance, the RDS Data API,
  and a secret with its password in AWS Secrets Manager
- a VPC with two private subnets and a gateway endpoint for Amazon S3, a DB subnet group, a DB cluster parameter group
- an S3 bucket, encrypted with a KMS key of its own
- IAM roles and policies, by the component, one set after the other for each of the sourceConditions

All names begin with ${name}, and all resources that can have tags have the tag aurora-s3-access-test=${name}.

Time: about 45 minutes. Cost: about 0.30 USD, approximately: 2 ACUs for an hour at 0.12 USD in us-east-1, and a key and two secrets for an hour.
Today's prices: https://aws.amazon.com/rds/aurora/pricing/, https://aws.amazon.com/kms/pricing/, https://aws.amazon.com/secrets-manager/pricing/
At the end, also after an error and after Ctrl-C, the test deletes all of it. It deletes nothing else.
A KMS key cannot be deleted at once: it is scheduled for deletion in 7 days, which is free of charge.
`;
}
