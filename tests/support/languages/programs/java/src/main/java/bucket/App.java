package bucket;

import com.pulumi.Pulumi;
import com.pulumi.aws.s3.BucketV2;

public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> ctx.export("bucket", new BucketV2("reports").bucket()));
    }
}
