import {
    boolean,
    integer,
    list,
    map,
    object,
    optional,
    string,
    type Inputs,
    type Properties,
} from "./definition";
import type { Value, Values } from "./values";

/** The services that the provider speaks to, as `endpoints` and the AWS environment variables name them. */
export const services = ["ec2", "iam", "kms", "rds", "s3", "sts"] as const;
export type Service = (typeof services)[number];

const skips = {
    skipCredentialsValidation: optional(boolean),
    skipMetadataApiCheck: optional(boolean),
    skipRegionValidation: optional(boolean),
    skipRequestingAccountId: optional(boolean),
} satisfies Properties;

const assumeRole = object("aws:index/ProviderAssumeRole:ProviderAssumeRole", {
    roleArn: optional(string),
    sessionName: optional(string),
    externalId: optional(string),
});

/** The provider's own configuration, of which it takes what tests of this package need. */
export const configProperties = {
    accessKey: optional(string, { secret: true }),
    allowedAccountIds: optional(list(string)),
    assumeRoles: optional(list(assumeRole)),
    defaultTags: optional(
        object("aws:index/ProviderDefaultTags:ProviderDefaultTags", { tags: optional(map(string)) }),
    ),
    endpoints: optional(
        list(
            object(
                "aws:index/ProviderEndpoint:ProviderEndpoint",
                Object.fromEntries(services.map((service) => [service, optional(string)])) as Record<
                    Service,
                    ReturnType<typeof optional<typeof string>>
                >,
            ),
        ),
    ),
    maxRetries: optional(integer),
    profile: optional(string),
    region: optional(string),
    s3UsePathStyle: optional(boolean),
    secretKey: optional(string, { secret: true }),
    token: optional(string, { secret: true }),
    ...skips,
} satisfies Properties;

export type Config = Inputs<typeof configProperties>;

/** What the engine adds to the configuration for itself. */
const ofEngine = ["version", "pluginDownloadURL"];

/** Pulumi sends what is no string in a provider's configuration as JSON text. */
export function decodeConfig(values: Values): Values {
    return Object.fromEntries(
        Object.entries(values)
            .filter(([name]) => !ofEngine.includes(name) && !name.startsWith("__"))
            .map(([name, value]) => {
                const property = (configProperties as Properties)[name];
                const isText = !property || property.type.kind === "string";
                return [name, isText ? value : fromJson(value)] as const;
            })
            .filter(([, value]) => value !== undefined && value !== null),
    );
}

function fromJson(value: Value): Value {
    if (typeof value !== "string") return value;
    try {
        return JSON.parse(value) as Value;
    } catch {
        return value;
    }
}
