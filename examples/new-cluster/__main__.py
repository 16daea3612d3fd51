import pulumi
import pulumi_aws as aws
from pulumi_aurora_s3_access import AuroraS3Access

key = aws.kms.Key("reports", enable_key_rotation=True)
reports = aws.s3.Bucket("reports")
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
    export_to=[{"bucket": reports.arn, "kms_key_arn": key.arn}],
    cluster_parameter_group={"family": "aurora-mysql8.0"},
)

aws.rds.Cluster(
    "sales",
    engine="aurora-mysql",
    engine_version="8.0.mysql_aurora.3.10.0",
    iam_roles=access.role_arns,
    db_cluster_parameter_group_name=access.cluster_parameter_group_name,
    master_username="admin",
    manage_master_user_password=True,
    storage_encrypted=True,
    final_snapshot_identifier="sales-final",
)

# Grant these privileges to the database users who write reports.
pulumi.export("databasePrivileges", access.database_privileges)
