import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { RDSClient } from "@aws-sdk/client-rds";
import { S3Client } from "@aws-sdk/client-s3";
import { STSClient } from "@aws-sdk/client-sts";

export interface Credentials {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
}

export interface Connection {
    endpoint: string;
    region: string;
    credentials: Credentials;
}

/** AWS SDK clients, one for each service that is emulated. */
export interface Clients {
    ec2: EC2Client;
    iam: IAMClient;
    kms: KMSClient;
    rds: RDSClient;
    s3: S3Client;
    sts: STSClient;
}

/** Clients of the same account in another Region. */
export const inRegion = ({ endpoint, credentials }: Connection, region: string) =>
    clientsFor({ endpoint, credentials, region });

export function clientsFor(connection: Connection): Clients {
    // One attempt: the emulator is never too busy, and a quota that is reached stays so.
    const settings = { ...connection, maxAttempts: 1 };
    return {
        ec2: new EC2Client(settings),
        iam: new IAMClient(settings),
        kms: new KMSClient(settings),
        rds: new RDSClient(settings),
        // A bucket's own host name would have to resolve to the emulator.
        s3: new S3Client({ ...settings, forcePathStyle: true }),
        sts: new STSClient(settings),
    };
}
