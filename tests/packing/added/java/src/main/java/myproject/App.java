package myproject;

import com.pulumi.Pulumi;
import invalid.auroras3access.AuroraS3Access;
import invalid.auroras3access.AuroraS3AccessArgs;
import invalid.auroras3access.inputs.S3LocationArgs;

public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            var access = new AuroraS3Access("sales", AuroraS3AccessArgs.builder()
                    .importFrom(S3LocationArgs.builder().bucket("sales-raw").objects("incoming/*").build())
                    .build());
            ctx.export("policyDocuments", access.policyDocuments());
        });
    }
}
