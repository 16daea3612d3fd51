/**
 * Every API call that the doctor makes, and the permission that it needs by the Service Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/). The list of permissions in the docs is made
 * from this table, and `ask` accepts no other call.
 */
export const permissionOf = {
    "rds:DescribeDBClusters": "rds:DescribeDBClusters",
    "rds:DescribeDBClusterParameters": "rds:DescribeDBClusterParameters",
    "rds:DescribeDBInstances": "rds:DescribeDBInstances",
    "rds:DescribeDBSubnetGroups": "rds:DescribeDBSubnetGroups",
    "iam:GetRole": "iam:GetRole",
    "iam:ListAttachedRolePolicies": "iam:ListAttachedRolePolicies",
    "iam:GetPolicy": "iam:GetPolicy",
    "iam:GetPolicyVersion": "iam:GetPolicyVersion",
    "iam:ListRolePolicies": "iam:ListRolePolicies",
    "iam:GetRolePolicy": "iam:GetRolePolicy",
    "s3:HeadBucket": "s3:ListBucket",
    "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "s3:GetBucketPolicy": "s3:GetBucketPolicy",
    "s3:ListObjectsV2": "s3:ListBucket",
    "kms:DescribeKey": "kms:DescribeKey",
    "kms:GetKeyPolicy": "kms:GetKeyPolicy",
    "kms:ListGrants": "kms:ListGrants",
    "ec2:DescribeRouteTables": "ec2:DescribeRouteTables",
    "ec2:DescribeVpcEndpoints": "ec2:DescribeVpcEndpoints",
    "ec2:DescribeSecurityGroups": "ec2:DescribeSecurityGroups",
    "ec2:DescribeNetworkAcls": "ec2:DescribeNetworkAcls",
    "ec2:DescribePrefixLists": "ec2:DescribePrefixLists",
} as const;

export type Call = keyof typeof permissionOf;

/** An IAM policy that lets the doctor check everything. It reads no content of objects, and changes nothing. */
export const readPolicy = {
    Version: "2012-10-17",
    Statement: [
        {
            Sid: "AuroraS3AccessDoctor",
            Effect: "Allow",
            Action: [...new Set<string>(Object.values(permissionOf))].sort(),
            Resource: "*",
        },
    ],
};
