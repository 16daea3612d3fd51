// A new Aurora MySQL cluster that loads from one bucket and writes to another, encrypted one.
package main

import (
	"aurora-s3-access.invalid/sdk/go/auroras3access"

	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/kms"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/rds"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/s3"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const engineVersion = "8.0.mysql_aurora.3.10.0"

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// The version that the component uses, so that one AWS provider manages all resources.
		awsVersion := pulumi.Version("7.48.0")

		// The buckets that the cluster reads from and writes to, and the key of the second.
		raw, err := s3.NewBucket(ctx, "raw", nil, awsVersion)
		if err != nil {
			return err
		}
		reports, err := s3.NewBucket(ctx, "reports", nil, awsVersion)
		if err != nil {
			return err
		}
		key, err := kms.NewKey(ctx, "reports", &kms.KeyArgs{
			Description:       pulumi.String("Encrypts the reports"),
			EnableKeyRotation: pulumi.Bool(true),
		}, awsVersion)
		if err != nil {
			return err
		}
		_, err = kms.NewAlias(ctx, "reports", &kms.AliasArgs{TargetKeyId: key.KeyId}, awsVersion)
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
		}, awsVersion)
		if err != nil {
			return err
		}

		access, err := auroras3access.NewAuroraS3Access(ctx, "sales", &auroras3access.AuroraS3AccessArgs{
			ImportFrom: []auroras3access.S3LocationInput{
				auroras3access.S3LocationArgs{Bucket: raw.Arn, Objects: []string{"incoming/*"}},
			},
			ExportTo: []auroras3access.S3LocationInput{
				auroras3access.S3LocationArgs{Bucket: reports.Arn, KmsKeyArn: key.Arn},
			},
			EngineVersion: pulumi.String(engineVersion),
			ClusterParameterGroup: &auroras3access.ClusterParameterGroupSettingsArgs{
				Family: pulumi.String("aurora-mysql8.0"),
			},
		})
		if err != nil {
			return err
		}

		// The cluster gets the role, and the parameter group with the parameter through which it finds the role.
		cluster, err := rds.NewCluster(ctx, "sales", &rds.ClusterArgs{
			Engine:                      pulumi.String("aurora-mysql"),
			EngineVersion:               pulumi.String(engineVersion),
			DbClusterParameterGroupName: access.ClusterParameterGroupName,
			IamRoles:                    access.RoleArns,
			MasterUsername:              pulumi.String("admin"),
			ManageMasterUserPassword:    pulumi.Bool(true),
			Serverlessv2ScalingConfiguration: &rds.ClusterServerlessv2ScalingConfigurationArgs{
				MinCapacity: pulumi.Float64(0.5),
				MaxCapacity: pulumi.Float64(2),
			},
			StorageEncrypted:  pulumi.Bool(true),
			SkipFinalSnapshot: pulumi.Bool(true),
		}, awsVersion)
		if err != nil {
			return err
		}
		_, err = rds.NewClusterInstance(ctx, "sales", &rds.ClusterInstanceArgs{
			ClusterIdentifier: cluster.ID(),
			Engine:            rds.EngineTypeAuroraMysql,
			EngineVersion:     pulumi.String(engineVersion),
			InstanceClass:     pulumi.String("db.serverless"),
		}, awsVersion)
		if err != nil {
			return err
		}

		ctx.Export("clusterIdentifier", cluster.ClusterIdentifier)
		ctx.Export("clusterParameterGroupName", access.ClusterParameterGroupName)
		ctx.Export("importBucket", raw.Bucket)
		ctx.Export("exportBucket", reports.Bucket)
		ctx.Export("keyArn", key.Arn)
		ctx.Export("roleArn", access.RoleArn)
		ctx.Export("policyArns", access.PolicyArns)
		ctx.Export("policyDocuments", access.PolicyDocuments)
		// Grant these privileges to the database users who load and write.
		ctx.Export("databasePrivileges", access.DatabasePrivileges)
		return nil
	})
}
