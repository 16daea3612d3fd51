package main

import (
	"aurora-s3-access.invalid/sdk/go/auroras3access"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		access, err := auroras3access.NewAuroraS3Access(ctx, "sales", &auroras3access.AuroraS3AccessArgs{
			ImportFrom: []auroras3access.S3LocationInput{
				auroras3access.S3LocationArgs{
					Bucket:  pulumi.String("sales-raw"),
					Objects: []string{"incoming/*"},
				},
			},
			Clusters: []auroras3access.ClusterAssociationInput{
				auroras3access.ClusterAssociationArgs{ClusterIdentifier: pulumi.String("sales")},
			},
		})
		if err != nil {
			return err
		}

		// Set these parameters in the DB cluster parameter group of the cluster...
		ctx.Export("clusterParameters", access.ClusterParameters)
		// ...and grant these privileges to the database users who load data.
		ctx.Export("databasePrivileges", access.DatabasePrivileges)
		return nil
	})
}
