import * as aws from "@pulumi/aws";
import { AuroraS3Access } from "aurora-s3-access";

const bucket = new aws.s3.Bucket("raw").arn;
const key = new aws.kms.Key("raw");
const alias = new aws.kms.Alias("raw", { targetKeyId: key.keyId });

new AuroraS3Access("right", { importFrom: [{ bucket, kmsKeyArn: key.arn }] });
new AuroraS3Access("mistaken", {
    importFrom: [{ bucket, kmsKeyArn: alias.arn }],
    exportTo: [{ bucket: "reports" }],
    clusters: [{ clusterIdentifier: "sales" }],
});
