import pulumi
import pulumi_aws as aws

bucket = aws.s3.Bucket("reports")
pulumi.export("bucket", bucket.bucket)
