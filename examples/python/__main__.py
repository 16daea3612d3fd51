"""A new Aurora MySQL cluster that loads from one bucket and writes to another, encrypted one."""

import pulumi
import pulumi_aws as aws
from pulumi_aurora_s3_access import AuroraS3Access

engine_version = "8.0.mysql_aurora.3.10.0"

# The buckets that the cluster reads from and writes to, and the key of the second.
raw = aws.s3.Bucket("raw")
reports = aws.s3.Bucket("reports")
key = aws.kms.Key("reports", description="Encrypts the reports", enable_key_rotation=True)
aws.kms.Alias("reports", target_key_id=key.key_id)
aws.s3.BucketServerSideEncryptionConfiguration(
    "reports",
    bucket=reports.bucket,
    rules=[
        {
            "apply_server_side_encryption_by_default": {
                "sse_algorithm": "aws:kms",
                "kms_master_key_id": key.arn,
            }
        }
    ],
)

access = AuroraS3Access(
    "sales",
    import_from=[{"bucket": raw.arn, "objects": ["incoming/*"]}],
    export_to=[{"bucket": reports.arn, "kms_key_arn": key.arn}],
    engine_version=engine_version,
    cluster_parameter_group={"family": "aurora-mysql8.0"},
)

# The cluster gets the role, and the parameter group with the parameter through which it finds the role.
cluster = aws.rds.Cluster(
    "sales",
    engine="aurora-mysql",
    engine_version=engine_version,
    db_cluster_parameter_group_name=access.cluster_parameter_group_name,
    iam_roles=access.role_arns,
    master_username="admin",
    manage_master_user_password=True,
    serverlessv2_scaling_configuration={"min_capacity": 0.5, "max_capacity": 2},
    storage_encrypted=True,
    skip_final_snapshot=True,
)
aws.rds.ClusterInstance(
    "sales",
    cluster_identifier=cluster.id,
    engine=aws.rds.EngineType.AURORA_MYSQL,
    engine_version=engine_version,
    instance_class="db.serverless",
)

pulumi.export("clusterIdentifier", cluster.cluster_identifier)
pulumi.export("clusterParameterGroupName", access.cluster_parameter_group_name)
pulumi.export("importBucket", raw.bucket)
pulumi.export("exportBucket", reports.bucket)
pulumi.export("keyArn", key.arn)
pulumi.export("roleArn", access.role_arn)
pulumi.export("policyArns", access.policy_arns)
pulumi.export("policyDocuments", access.policy_documents)
# Grant these privileges to the database users who load and write.
pulumi.export("databasePrivileges", access.database_privileges)
