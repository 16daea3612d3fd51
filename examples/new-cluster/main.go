package main

import (
	"aurora-s3-access.invalid/sdk/go/auroras3access"

	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/kms"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/rds"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/s3"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		key, err := kms.NewKey(ctx, "reports", &kms.KeyArgs{EnableKeyRotation: pulumi.Bool(true)})
		if err != nil {
			return err
		}
		reports, err := s3.NewBucket(ctx, "reports", nil)
		if err != nil {
			return err
		}
		_, err = s3.NewBucketServerSideEncryptionConfiguration(ctx, "reports", &s3.BucketServerSideEncryptionConfigurationArgs{
			Bucket: reports.Bucket,
			Rules: s3.BucketServerSideEncryptionConfigurationRuleArray{
				s3.BucketServerSideEncryptionConfigurationRuleArgs{
					ApplyServerSideEncryptionByDefault: s3.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs{
						SseAlgorithm:   pulumi.String("aws:kms"),
						KmsMasterKeyId: key.Arn,
					},
				},
			},
		})
		if err != nil {
			return err
		}

		access, err := auroras3access.NewAuroraS3Access(ctx, "sales", &auroras3access.AuroraS3AccessArgs{
			ExportTo: []auroras3access.S3LocationInput{
				auroras3access.S3LocationArgs{Bucket: reports.Arn, KmsKeyArn: key.Arn},
			},
			ClusterParameterGroup: &auroras3access.ClusterParameterGroupSettingsArgs{
				Family: pulumi.String("aurora-mysql8.0"),
			},
		})
		if err != nil {
			return err
		}

		_, err = rds.NewCluster(ctx, "sales", &rds.ClusterArgs{
			Engine:                      pulumi.String("aurora-mysql"),
			EngineVersion:               pulumi.String("8.0.mysql_aurora.3.10.0"),
			IamRoles:                    access.RoleArns,
			DbClusterParameterGroupName: access.ClusterParameterGroupName,
			MasterUsername:              pulumi.String("admin"),
			ManageMasterUserPassword:    pulumi.Bool(true),
			StorageEncrypted:            pulumi.Bool(true),
			FinalSnapshotIdentifier:     pulumi.String("sales-final"),
		})
		if err != nil {
			return err
		}

		// Grant these privileges to the database users who write reports.
		ctx.Export("databasePrivileges", access.DatabasePrivileges)
		return nil
	})
}
