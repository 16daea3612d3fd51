// The whole SDK, as a component's usual `import * as aws` takes it in: to do without is of the plugin's own making.
import "@pulumi/aws";
import { componentProviderHost } from "@pulumi/pulumi/provider/experimental";
import { AuroraS3Access } from "../../../provider";

void componentProviderHost({ name: "aurora-s3-access", components: [AuroraS3Access] });
