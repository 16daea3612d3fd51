using System.Collections.Generic;
using Pulumi;
using Pulumi.AuroraS3Access;
using Pulumi.AuroraS3Access.Inputs;
using Aws = Pulumi.Aws;

return await Deployment.RunAsync(() =>
{
    var key = new Aws.Kms.Key("reports", new() { EnableKeyRotation = true });
    var reports = new Aws.S3.Bucket("reports");
    new Aws.S3.BucketServerSideEncryptionConfiguration("reports", new()
    {
        Bucket = reports.BucketName,
        Rules = new[]
        {
            new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs
            {
                ApplyServerSideEncryptionByDefault = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = "aws:kms",
                    KmsMasterKeyId = key.Arn,
                },
            },
        },
    });

    var access = new AuroraS3Access("sales", new AuroraS3AccessArgs
    {
        ExportTo = new()
        {
            new S3LocationArgs { Bucket = reports.Arn, KmsKeyArn = key.Arn },
        },
        ClusterParameterGroup = new ClusterParameterGroupSettingsArgs { Family = "aurora-mysql8.0" },
    });

    new Aws.Rds.Cluster("sales", new()
    {
        Engine = "aurora-mysql",
        EngineVersion = "8.0.mysql_aurora.3.10.0",
        IamRoles = access.RoleArns,
        DbClusterParameterGroupName = access.ClusterParameterGroupName,
        MasterUsername = "admin",
        ManageMasterUserPassword = true,
        StorageEncrypted = true,
        FinalSnapshotIdentifier = "sales-final",
    });

    return new Dictionary<string, object?>
    {
        // Grant these privileges to the database users who write reports.
        ["databasePrivileges"] = access.DatabasePrivileges,
    };
});
