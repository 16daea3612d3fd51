package myproject;

import com.pulumi.Pulumi;
import invalid.auroras3access.AuroraS3Access;
import invalid.auroras3access.AuroraS3AccessArgs;
import invalid.auroras3access.inputs.ClusterParameterGroupSettingsArgs;
import invalid.auroras3access.inputs.S3LocationArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import java.util.Optional;

public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            var key = new Key("reports", KeyArgs.builder().enableKeyRotation(true).build());
            var reports = new BucketV2("reports");
            new BucketServerSideEncryptionConfigurationV2("reports", BucketServerSideEncryptionConfigurationV2Args.builder()
                    .bucket(reports.bucket())
                    .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                            .applyServerSideEncryptionByDefault(BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder()
                                    .sseAlgorithm("aws:kms")
                                    .kmsMasterKeyId(key.arn())
                                    .build())
                            .build())
                    .build());

            var access = new AuroraS3Access("sales", AuroraS3AccessArgs.builder()
                    .exportTo(S3LocationArgs.builder().bucket(reports.arn()).kmsKeyArn(key.arn()).build())
                    .clusterParameterGroup(ClusterParameterGroupSettingsArgs.builder()
                            .family("aurora-mysql8.0")
                            .build())
                    .build());

            new Cluster("sales", ClusterArgs.builder()
                    .engine("aurora-mysql")
                    .engineVersion("8.0.mysql_aurora.3.10.0")
                    .iamRoles(access.roleArns())
                    .dbClusterParameterGroupName(access.clusterParameterGroupName().applyValue(Optional::get))
                    .masterUsername("admin")
                    .manageMasterUserPassword(true)
                    .storageEncrypted(true)
                    .finalSnapshotIdentifier("sales-final")
                    .build());

            // Grant these privileges to the database users who write reports.
            ctx.export("databasePrivileges", access.databasePrivileges());
        });
    }
}
