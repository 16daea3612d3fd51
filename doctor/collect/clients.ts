import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { RDSClient } from "@aws-sdk/client-rds";
import { S3Client } from "@aws-sdk/client-s3";

/** Where and as whom AWS is asked. What is not set comes from the environment and the configuration files, as in the AWS CLI. */
export interface Connection {
    readonly region?: string | undefined;
    readonly profile?: string | undefined;
    /** In tests. */
    readonly endpoint?: string | undefined;
    readonly credentials?:
        { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
}

/** The clients of the services, made when they are first used; those of another Region by `inRegion`. */
export class Clients {
    readonly #made = new Map<string, unknown>();

    constructor(private readonly connection: Connection) {}

    readonly rds = () => this.#client("rds", RDSClient);
    readonly iam = () => this.#client("iam", IAMClient);
    readonly ec2 = () => this.#client("ec2", EC2Client);
    readonly s3 = (region: string) => this.#client("s3", S3Client, region);
    readonly kms = (region: string) => this.#client("kms", KMSClient, region);

    #client<T>(service: string, make: new (settings: object) => T, region = this.connection.region): T {
        const name = `${service} ${region ?? ""}`;
        if (!this.#made.has(name)) {
            const given = Object.entries({ ...this.connection, region });
            const settings = Object.fromEntries(given.filter(([, value]) => value !== undefined));
            this.#made.set(name, new make(settings));
        }
        return this.#made.get(name) as T;
    }
}
