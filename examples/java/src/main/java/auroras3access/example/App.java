package auroras3access.example;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import invalid.auroras3access.AuroraS3Access;
import invalid.auroras3access.AuroraS3AccessArgs;
import invalid.auroras3access.inputs.ClusterParameterGroupSettingsArgs;
import invalid.auroras3access.inputs.S3LocationArgs;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Optional;

/** A new Aurora MySQL cluster that loads from one bucket and writes to another, encrypted one. */
public class App {
    private static final String ENGINE_VERSION = "8.0.mysql_aurora.3.10.0";

    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    private static void stack(Context ctx) {
        // The version that the component uses, so that one AWS provider manages all resources.
        var options = CustomResourceOptions.builder().version("7.48.0").build();

        // The buckets that the cluster reads from and writes to, and the key of the second.
        var raw = new BucketV2("raw", BucketV2Args.Empty, options);
        var reports = new BucketV2("reports", BucketV2Args.Empty, options);
        var key = new Key("reports", KeyArgs.builder()
                .description("Encrypts the reports")
                .enableKeyRotation(true)
                .build(), options);
        new Alias("reports", AliasArgs.builder().targetKeyId(key.keyId()).build(), options);
        new BucketServerSideEncryptionConfigurationV2("reports", BucketServerSideEncryptionConfigurationV2Args.builder()
                .bucket(reports.bucket())
                .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                        .applyServerSideEncryptionByDefault(BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder()
                                .sseAlgorithm("aws:kms")
                                .kmsMasterKeyId(key.arn())
                                .build())
                        .build())
                .build(), options);

        var access = new AuroraS3Access("sales", AuroraS3AccessArgs.builder()
                .importFrom(S3LocationArgs.builder().bucket(raw.arn()).objects("incoming/*").build())
                .exportTo(S3LocationArgs.builder().bucket(reports.arn()).kmsKeyArn(key.arn()).build())
                .engineVersion(ENGINE_VERSION)
                .clusterParameterGroup(ClusterParameterGroupSettingsArgs.builder()
                        .family("aurora-mysql8.0")
                        .build())
                .build());

        // The cluster gets the role, and the parameter group with the parameter through which it finds the role.
        var cluster = new Cluster("sales", ClusterArgs.builder()
                .engine("aurora-mysql")
                .engineVersion(ENGINE_VERSION)
                .dbClusterParameterGroupName(access.clusterParameterGroupName().applyValue(Optional::get))
                .iamRoles(access.roleArns())
                .masterUsername("admin")
                .manageMasterUserPassword(true)
                .serverlessv2ScalingConfiguration(ClusterServerlessv2ScalingConfigurationArgs.builder()
                        .minCapacity(0.5)
                        .maxCapacity(2.0)
                        .build())
                .storageEncrypted(true)
                .skipFinalSnapshot(true)
                .build(), options);
        new ClusterInstance("sales", ClusterInstanceArgs.builder()
                .clusterIdentifier(cluster.id())
                .engine("aurora-mysql")
                .engineVersion(ENGINE_VERSION)
                .instanceClass("db.serverless")
                .build(), options);

        ctx.export("clusterIdentifier", cluster.clusterIdentifier());
        ctx.export("clusterParameterGroupName", access.clusterParameterGroupName());
        ctx.export("importBucket", raw.bucket());
        ctx.export("exportBucket", reports.bucket());
        ctx.export("keyArn", key.arn());
        ctx.export("roleArn", access.roleArn());
        ctx.export("policyArns", access.policyArns());
        ctx.export("policyDocuments", access.policyDocuments());
        // Grant these privileges to the database users who load and write.
        ctx.export("databasePrivileges", access.databasePrivileges());
    }
}
