import type { EC2 } from "@aws-sdk/client-ec2";
import type { IAM } from "@aws-sdk/client-iam";
import type { KMS } from "@aws-sdk/client-kms";
import type { RDS } from "@aws-sdk/client-rds";
import type { S3 } from "@aws-sdk/client-s3";
import type { STS } from "@aws-sdk/client-sts";
import type { Config, Service } from "./config";
import { retries } from "./retries";

/** What one operation of the provider has of AWS. The clients are loaded when first asked for. */
export interface Aws {
    region: string;
    ec2(): Promise<EC2>;
    iam(): Promise<IAM>;
    kms(): Promise<KMS>;
    rds(): Promise<RDS>;
    s3(): Promise<S3>;
    sts(): Promise<STS>;
    /** Aborted when the engine cancels: waiting ends, calls under way are let finish. */
    signal: AbortSignal;
    /** The time for this operation. */
    seconds: number;
}

interface Settings {
    region: string;
    endpoint?: string;
    profile?: string;
    retryStrategy?: ReturnType<typeof retries>;
    credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** The parts of a client's middleware that `noteOperation` needs; the same for every service. */
interface Stack {
    add(
        middleware: (
            next: (args: unknown) => Promise<unknown>,
            context: { clientName?: string; commandName?: string },
        ) => (args: unknown) => Promise<unknown>,
        options: { step: "initialize" },
    ): void;
}

/** One AWS account's clients, a set for each region that resources ask for. */
export class Clients {
    private readonly made = new Map<string, Promise<unknown>>();

    constructor(private readonly config: Config) {}

    get region(): string {
        return this.config.region ?? regionOfEnvironment() ?? "";
    }

    in(region: string | undefined, operation: Pick<Aws, "signal" | "seconds">): Aws {
        const where = region ?? this.region;
        const client = <C extends { middlewareStack: unknown }>(
            service: Service,
            make: (settings: Settings) => Promise<C>,
        ) =>
            this.once(`${service} ${where}`, async () =>
                noted(await make(await this.settings(service, where))),
            );
        return {
            region: where,
            ec2: () => client("ec2", async (s) => new (await import("@aws-sdk/client-ec2")).EC2(s)),
            iam: () => client("iam", async (s) => new (await import("@aws-sdk/client-iam")).IAM(s)),
            kms: () => client("kms", async (s) => new (await import("@aws-sdk/client-kms")).KMS(s)),
            rds: () => client("rds", async (s) => new (await import("@aws-sdk/client-rds")).RDS(s)),
            s3: () =>
                client("s3", async (s) => {
                    const forcePathStyle = this.config.s3UsePathStyle;
                    return new (await import("@aws-sdk/client-s3")).S3({ ...s, forcePathStyle });
                }),
            sts: () => client("sts", async (s) => new (await import("@aws-sdk/client-sts")).STS(s)),
            ...operation,
        };
    }

    private once<C>(key: string, make: () => Promise<C>): Promise<C> {
        const made = (this.made.get(key) as Promise<C> | undefined) ?? make();
        this.made.set(key, made);
        // A role that cannot be assumed yet may be a moment later.
        made.catch(() => this.made.delete(key));
        return made;
    }

    private async settings(service: Service, region: string): Promise<Settings> {
        return {
            ...this.own(service, region),
            credentials: (await this.assumed(region)) ?? this.given(),
        };
    }

    /** Where to call; without `endpoints` the SDK itself honours `AWS_ENDPOINT_URL` and its kin. */
    private own(service: Service, region: string): Settings {
        const endpoint = this.config.endpoints?.map((each) => each[service]).find(Boolean);
        const { maxRetries, profile } = this.config;
        return {
            region,
            endpoint,
            profile,
            retryStrategy: retries(maxRetries),
        };
    }

    private given() {
        const { accessKey, secretKey, token } = this.config;
        if (!accessKey || !secretKey) return undefined;
        return { accessKeyId: accessKey, secretAccessKey: secretKey, sessionToken: token };
    }

    /** Credentials of the last of `assumeRoles`, each assumed with those of the one before. */
    private async assumed(region: string) {
        let credentials = this.given();
        if (!this.config.assumeRoles?.length) return undefined;
        const { STS } = await import("@aws-sdk/client-sts");
        for (const { roleArn, sessionName, externalId } of this.config.assumeRoles) {
            const sts = noted(new STS({ ...this.own("sts", region), credentials }));
            const { Credentials } = await sts.assumeRole({
                RoleArn: roleArn,
                RoleSessionName: sessionName ?? "pulumi",
                ExternalId: externalId,
            });
            credentials = {
                accessKeyId: Credentials!.AccessKeyId!,
                secretAccessKey: Credentials!.SecretAccessKey!,
                sessionToken: Credentials!.SessionToken,
            };
        }
        return credentials;
    }
}

export const regionOfEnvironment = () => process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;

/** Has every error of a client say in which operation it came up, as errors of the real provider do. */
function noted<C extends { middlewareStack: unknown }>(client: C): C {
    (client.middlewareStack as Stack).add(
        (next, { clientName, commandName }) =>
            async (args) => {
                try {
                    return await next(args);
                } catch (error) {
                    const service = clientName?.replace(/Client$/, "");
                    const operation = `${service}: ${commandName?.replace(/Command$/, "")}`;
                    throw Object.assign(error as Error, { operation });
                }
            },
        { step: "initialize" },
    );
    return client;
}
