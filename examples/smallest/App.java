package myproject;

import com.pulumi.Pulumi;
import invalid.auroras3access.AuroraS3Access;
import invalid.auroras3access.AuroraS3AccessArgs;
import invalid.auroras3access.inputs.ClusterAssociationArgs;
import invalid.auroras3access.inputs.S3LocationArgs;
import java.util.Map;

public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            var access = new AuroraS3Access("sales", AuroraS3AccessArgs.builder()
                    .importFrom(S3LocationArgs.builder().bucket("sales-raw").objects("incoming/*").build())
                    .clusters(ClusterAssociationArgs.builder().clusterIdentifier("sales").build())
                    .build());

            // Set these parameters in the DB cluster parameter group of the cluster...
            ctx.export("clusterParameters", access.clusterParameters().applyValue(parameters -> parameters.stream()
                    .map(parameter -> Map.of(
                            "name", parameter.name(),
                            "value", parameter.value(),
                            "applyMethod", parameter.applyMethod()))
                    .toList()));
            // ...and grant these privileges to the database users who load data.
            ctx.export("databasePrivileges", access.databasePrivileges());
        });
    }
}
