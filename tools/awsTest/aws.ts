import { DescribeAvailabilityZonesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { RDSClient } from "@aws-sdk/client-rds";
import { RDSDataClient } from "@aws-sdk/client-rds-data";
import { S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** The account and the Region of the credentials that the AWS CLI would use, and clients for them. */
export interface Aws {
    account: string;
    partition: string;
    region: string;
    ec2: EC2Client;
    iam: IAMClient;
    rds: RDSClient;
    data: RDSDataClient;
    s3: S3Client;
}

export async function currentAws(inRegion?: string): Promise<Aws> {
    const sts = new STSClient({ ...(inRegion && { region: inRegion }) });
    const region = await sts.config.region().catch(() => {
        throw new Error("No AWS Region is set. Set AWS_REGION, or the region of the profile in AWS_PROFILE.");
    });
    const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({})).catch((error: Error) => {
        throw new Error(`AWS credentials are required, but none can be used: ${error.message}`);
    });
    const settings = { region };
    return {
        account: Account!,
        partition: Arn!.split(":")[1]!,
        region,
        ec2: new EC2Client(settings),
        iam: new IAMClient(settings),
        rds: new RDSClient(settings),
        data: new RDSDataClient(settings),
        s3: new S3Client(settings),
    };
}

/** Two zones of the Region, which a DB subnet group needs. Local Zones have no Aurora. */
export async function twoZones({ ec2, region }: Aws): Promise<string[]> {
    const Filters = [{ Name: "zone-type", Values: ["availability-zone"] }];
    const { AvailabilityZones } = await ec2.send(new DescribeAvailabilityZonesCommand({ Filters }));
    const zones = AvailabilityZones!.map(({ ZoneName }) => ZoneName!).sort();
    if (zones.length < 2)
        throw new Error(`Two Availability Zones are required, but ${region} has ${zones.length}.`);
    return zones.slice(0, 2);
}
