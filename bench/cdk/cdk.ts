import { App, Stack } from "aws-cdk-lib";
import { Vpc } from "aws-cdk-lib/aws-ec2";
import { Key } from "aws-cdk-lib/aws-kms";
import {
    AuroraMysqlEngineVersion,
    ClusterInstance,
    DatabaseCluster,
    DatabaseClusterEngine,
} from "aws-cdk-lib/aws-rds";
import { Bucket } from "aws-cdk-lib/aws-s3";

const stack = new Stack(new App(), "sales", { env: { account: "123456789012", region: "us-east-1" } });

const raw = new Bucket(stack, "raw");
const reports = new Bucket(stack, "reports", { encryptionKey: new Key(stack, "key") });
const vpc = Vpc.fromVpcAttributes(stack, "vpc", {
    vpcId: "vpc-0123456789abcdef0",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    privateSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    privateSubnetRouteTableIds: ["rtb-0123456789abcdef0", "rtb-0123456789abcdef1"],
});

new DatabaseCluster(stack, "cluster", {
    engine: DatabaseClusterEngine.auroraMysql({ version: AuroraMysqlEngineVersion.VER_3_10_0 }),
    vpc,
    writer: ClusterInstance.serverlessV2("writer"),
    s3ImportBuckets: [raw],
    s3ExportBuckets: [reports],
});
