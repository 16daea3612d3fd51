import { componentProviderHost } from "@pulumi/pulumi/provider/experimental";
import { AuroraS3Access } from "../../../provider";

void componentProviderHost({ name: "aurora-s3-access", components: [AuroraS3Access] });
