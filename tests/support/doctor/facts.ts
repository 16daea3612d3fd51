import type {
    AclEntry,
    BucketFacts,
    Database,
    EgressRule,
    Endpoint,
    Facts,
    KeyFacts,
    Location,
    Member,
    NetworkFacts,
    ObjectFacts,
    RoleFacts,
    Route,
} from "../../../doctor/facts";
import { read } from "../../../doctor/facts";
import { s3Parameters } from "../../../doctor/facts";

export const account = "123456789012";
export const otherAccount = "210987654321";
export const region = "us-east-1";
export const s3PrefixList = "pl-63a5400a";

export const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
export const keyArn = (owner = account) =>
    `arn:aws:kms:${region}:${owner}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

export type Json = Record<string, unknown>;
export const policy = (...Statement: readonly object[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement });
export const allowing = (Action: string | readonly string[], Resource: string | readonly string[]) => ({
    Effect: "Allow",
    Action,
    Resource,
});

/** In what a healthy database differs from others. */
export interface Kind {
    readonly engine: "mysql2" | "mysql3" | "mysql8.4" | "postgresql" | "instance";
    readonly directions: readonly ("import" | "export")[];
    readonly from: "argument" | "policy";
    readonly encryption: "none" | "aws/s3" | "customer" | "foreign";
    /** How the key policy lets the role use a customer's key. */
    readonly keyPolicy: "account" | "role" | "grant";
    readonly bucketOwner: "account" | "foreign";
    /** Whether the bucket policy asks for TLS, which Aurora uses. */
    readonly tls: boolean;
    readonly network: "endpoint" | "nat" | "public" | "both";
    readonly trust: "open" | "IfExists" | "Required";
    readonly policies: "attached" | "inline" | "wide" | "bucketPolicy";
    readonly boundary: boolean;
    readonly otherRoles: number;
}

export const plain: Kind = {
    engine: "mysql3",
    directions: ["import"],
    from: "argument",
    encryption: "none",
    keyPolicy: "account",
    bucketOwner: "account",
    tls: false,
    network: "endpoint",
    trust: "Required",
    policies: "attached",
    boundary: false,
    otherRoles: 0,
};

const versions = {
    mysql2: ["aurora-mysql", "5.7.mysql_aurora.2.12.5"],
    mysql3: ["aurora-mysql", "8.0.mysql_aurora.3.10.0"],
    "mysql8.4": ["aurora-mysql", "8.4.mysql_aurora.8.4.7"],
    postgresql: ["aurora-postgresql", "16.4"],
    instance: ["postgres", "16.4"],
} as const;

export const isPostgresql = ({ engine }: Kind) => engine === "postgresql" || engine === "instance";
export const databaseArn = ({ engine }: Kind) =>
    `arn:aws:rds:${region}:${account}:${engine === "instance" ? "db" : "cluster"}:sales`;

/** The tables of AWS's guides, written down once more, so that a change of ours shows. */
export function neededActions(kind: Kind, direction: "import" | "export") {
    if (isPostgresql(kind))
        return direction === "import"
            ? { bucket: ["s3:ListBucket"], objects: ["s3:GetObject"] }
            : { bucket: [], objects: ["s3:AbortMultipartUpload", "s3:PutObject"] };
    return direction === "import"
        ? { bucket: ["s3:ListBucket"], objects: ["s3:GetObject", "s3:GetObjectVersion"] }
        : {
              bucket: ["s3:ListBucket"],
              objects: [
                  ...["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject"],
                  ...["s3:ListMultipartUploadParts", "s3:PutObject"],
              ],
          };
}

export const keyActions = (direction: "import" | "export") =>
    direction === "import" ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"];

export const bucketOf = { import: "raw", export: "reports" } as const;
export const keyOf = { import: "incoming/orders.csv", export: "daily/items" } as const;
export const patternOf = { import: "incoming/*", export: "daily/*" } as const;
export const roleNameOf = (kind: Kind, direction: "import" | "export") =>
    isPostgresql(kind) ? `sales-${direction}` : "sales";
export const arnOf = (kind: Kind, direction: "import" | "export") => roleArn(roleNameOf(kind, direction));

export function healthy(kind: Kind): Facts {
    return {
        asked: {
            identifier: "sales",
            region,
            locations: kind.directions.map((direction) => locationFor(kind, direction)),
        },
        database: read(databaseFor(kind)),
        parameters: read(parametersFor(kind)),
        roles: [
            ...new Map(kind.directions.map((each) => [arnOf(kind, each), roleFor(kind, each)])).values(),
            ...others(kind).map(({ roleArn: arn }) => lambdaRole(arn)),
        ],
        buckets: kind.directions.map((direction) => bucketFor(kind, direction)),
        keys: keysFor(kind),
        objects: kind.directions.map((direction) => objectsFor(kind, direction)),
        network: networkFor(kind),
    };
}

function locationFor({ from }: Kind, direction: "import" | "export"): Location {
    const bucket = bucketOf[direction];
    if (from === "argument") return { direction, bucket, key: keyOf[direction], from };
    const pattern = patternOf[direction];
    return { direction, bucket, key: pattern.slice(0, -1), pattern, from };
}

function databaseFor(kind: Kind): Database {
    const [engine, engineVersion] = versions[kind.engine];
    const members: Member[] = ["sales-1", "sales-2"].map((identifier, i) => ({
        identifier,
        isWriter: i === 0,
        parameterGroupStatus: "in-sync",
    }));
    const arns = [...new Set(kind.directions.map((direction) => arnOf(kind, direction)))];
    return {
        kind: kind.engine === "instance" ? "instance" : "cluster",
        identifier: "sales",
        arn: databaseArn(kind),
        engine,
        engineVersion,
        status: "available",
        associatedRoles: [
            ...(isPostgresql(kind)
                ? kind.directions.map((direction) => ({
                      roleArn: arnOf(kind, direction),
                      featureName: direction === "import" ? "s3Import" : "s3Export",
                      status: "ACTIVE",
                  }))
                : arns.map((arn) => ({ roleArn: arn, featureName: "", status: "ACTIVE" }))),
            ...others(kind),
        ],
        parameterGroup: kind.engine === "instance" ? undefined : "sales",
        members: kind.engine === "instance" ? [] : members,
        securityGroups: ["sg-1"],
        subnetGroup: "private",
        globalCluster: undefined,
    };
}

/** Roles for other services, which every database can have. */
const others = (kind: Kind) =>
    Array.from({ length: kind.otherRoles }, (_, i) => ({
        roleArn: roleArn(`lambda-${i}`),
        featureName: isPostgresql(kind) ? "Lambda" : "",
        status: "ACTIVE",
    }));

function parametersFor(kind: Kind) {
    const isNamed = (name: string) =>
        kind.engine === "mysql2"
            ? (name === "aurora_load_from_s3_role" && kind.directions.includes("import")) ||
              (name === "aurora_select_into_s3_role" && kind.directions.includes("export"))
            : !isPostgresql(kind) && name === "aws_default_s3_role";
    if (isPostgresql(kind)) return [];
    return s3Parameters.map((name) => ({
        name,
        value: isNamed(name) ? arnOf(kind, kind.directions[0]!) : undefined,
        source: isNamed(name) ? "user" : "engine-default",
        applyMethod: "immediate",
    }));
}

function roleFor(kind: Kind, direction: "import" | "export"): RoleFacts {
    const arn = arnOf(kind, direction);
    const directions = isPostgresql(kind) ? [direction] : kind.directions;
    const document = policy(...directions.flatMap((each) => statementsFor(kind, each)));
    const isInline = kind.policies === "inline";
    const named = [{ name: isInline ? "s3" : `arn:aws:iam::${account}:policy/s3`, document: read(document) }];
    const isEmpty = kind.policies === "bucketPolicy";
    return {
        arn,
        role: read({
            arn,
            name: roleNameOf(kind, direction),
            path: "/",
            trustPolicy: trustFor(kind),
            boundary: kind.boundary
                ? {
                      name: `arn:aws:iam::${account}:policy/boundary`,
                      document: read(policy(allowing(["s3:*", "kms:*"], "*"))),
                  }
                : undefined,
        }),
        attachedPolicies: read(isInline || isEmpty ? [] : named),
        inlinePolicies: read(isInline ? named : []),
    };
}

function statementsFor(kind: Kind, direction: "import" | "export"): object[] {
    const arn = `arn:aws:s3:::${bucketOf[direction]}`;
    if (kind.policies === "wide") return [allowing("*", "*")];
    const { bucket, objects } = neededActions(kind, direction);
    return [
        ...(bucket.length > 0 ? [allowing(bucket, arn)] : []),
        allowing(objects, `${arn}/${patternOf[direction]}`),
        ...(kind.encryption === "customer" ? [allowing(keyActions(direction), keyArn())] : []),
        ...(kind.encryption === "foreign" ? [allowing(keyActions(direction), keyArn(otherAccount))] : []),
    ];
}

function trustFor(kind: Kind): string {
    const ifExists = kind.trust === "IfExists" ? "IfExists" : "";
    const Condition =
        kind.trust === "open"
            ? undefined
            : {
                  [`StringEquals${ifExists}`]: { "aws:SourceAccount": account },
                  [`ArnLike${ifExists}`]: { "aws:SourceArn": [databaseArn(kind)] },
              };
    return policy({
        Effect: "Allow",
        Principal: { Service: "rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition,
    });
}

export const lambdaRole = (arn: string): RoleFacts => ({
    arn,
    role: read({
        arn,
        name: arn.slice(arn.lastIndexOf("/") + 1),
        path: "/",
        trustPolicy: policy({
            Effect: "Allow",
            Principal: { Service: "rds.amazonaws.com" },
            Action: "sts:AssumeRole",
        }),
    }),
    attachedPolicies: read([]),
    inlinePolicies: read([
        { name: "invoke", document: read(policy(allowing("lambda:InvokeFunction", "*"))) },
    ]),
});

/** A statement of a bucket or key policy for a role. */
export const forRole = (arn: string, statement: object) => ({ ...statement, Principal: { AWS: arn } });

export const tlsStatement = (bucket: string) => ({
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
});

function bucketFor(kind: Kind, direction: "import" | "export"): BucketFacts {
    const name = bucketOf[direction];
    const arn = `arn:aws:s3:::${name}`;
    const { bucket, objects } = neededActions(kind, direction);
    const isGranting = kind.bucketOwner === "foreign" || kind.policies === "bucketPolicy";
    const role = arnOf(kind, direction);
    const statements = [
        ...(kind.tls ? [tlsStatement(name)] : []),
        ...(isGranting && bucket.length > 0 ? [forRole(role, allowing(bucket, arn))] : []),
        ...(isGranting ? [forRole(role, allowing(objects, `${arn}/${patternOf[direction]}`))] : []),
    ];
    return {
        name,
        exists: read(true),
        region: read(region),
        isInAccount: read(kind.bucketOwner === "account"),
        encryption: read(encryptionFor(kind)),
        policy: read(statements.length > 0 ? policy(...statements) : undefined),
    };
}

export function encryptionFor({ encryption }: Kind) {
    if (encryption === "none") return { algorithm: "AES256" };
    if (encryption === "aws/s3") return { algorithm: "aws:kms" };
    return { algorithm: "aws:kms", keyId: keyArn(encryption === "foreign" ? otherAccount : account) };
}

function keysFor(kind: Kind): KeyFacts[] {
    if (kind.encryption !== "customer" && kind.encryption !== "foreign") return [];
    const owner = kind.encryption === "foreign" ? otherAccount : account;
    const arn = keyArn(owner);
    const roles = [...new Set(kind.directions.map((direction) => arnOf(kind, direction)))];
    const isByRole = kind.encryption === "foreign" || kind.keyPolicy === "role";
    const actions = ["kms:Decrypt", "kms:GenerateDataKey"];
    return [
        {
            id: arn,
            key: read({ arn, state: "Enabled", manager: "CUSTOMER", isMultiRegion: false }),
            policy: read(
                policy(
                    ...(isByRole ? roles.map((role) => forRole(role, allowing(actions, "*"))) : []),
                    ...(kind.keyPolicy === "account" || kind.encryption === "foreign"
                        ? [forRole(`arn:aws:iam::${owner}:root`, allowing("kms:*", "*"))]
                        : []),
                ),
            ),
            grants: read(
                kind.keyPolicy === "grant" && kind.encryption === "customer"
                    ? roles.map((grantee, i) => ({
                          id: String(i),
                          grantee,
                          operations: ["Decrypt", "GenerateDataKey"],
                          isConstrained: false,
                      }))
                    : [],
            ),
        },
    ];
}

function objectsFor(kind: Kind, direction: "import" | "export"): ObjectFacts {
    if (direction === "export") return { found: read([]) };
    return { found: read([{ key: keyOf.import, encryption: read(encryptionFor(kind)) }]) };
}

const openPolicy = policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" });

export const endpoint = (over: Partial<Endpoint> = {}): Endpoint => ({
    id: "vpce-1",
    type: "Gateway",
    service: `com.amazonaws.${region}.s3`,
    state: "available",
    routeTableIds: ["rtb-1"],
    policy: openPolicy,
    ...over,
});

export const toEverywhere: EgressRule = {
    protocol: "-1",
    ranges: ["0.0.0.0/0"],
    prefixLists: [],
    groups: [],
};

export const allowAll = (isEgress: boolean): AclEntry => ({
    rule: 100,
    isEgress,
    isAllow: true,
    protocol: "-1",
    range: "0.0.0.0/0",
});

export const denyAll = (isEgress: boolean): AclEntry => ({
    ...allowAll(isEgress),
    rule: 32767,
    isAllow: false,
});

const local: Route = { destination: "10.0.0.0/16", target: "local", state: "active" };
export const routeTo = (target: string): Route => ({ destination: "0.0.0.0/0", target, state: "active" });

function networkFor({ network }: Kind): NetworkFacts {
    const hasEndpoint = network === "endpoint" || network === "both";
    const target = { endpoint: undefined, nat: "nat-1", both: "nat-1", public: "igw-1" }[network];
    const routes = [
        local,
        ...(hasEndpoint ? [{ destination: s3PrefixList, target: "vpce-1", state: "active" }] : []),
        ...(target === undefined ? [] : [routeTo(target)]),
    ];
    const subnets = ["subnet-1", "subnet-2"];
    return {
        subnets: read(subnets.map((id) => ({ id, vpcId: "vpc-1" }))),
        routeTables: read([
            { id: "rtb-1", isMain: false, subnetIds: subnets, routes },
            { id: "rtb-0", isMain: true, subnetIds: [], routes: [local] },
        ]),
        endpoints: read(hasEndpoint ? [endpoint()] : []),
        securityGroups: read([
            {
                id: "sg-1",
                egress:
                    network === "endpoint"
                        ? [
                              {
                                  protocol: "tcp",
                                  fromPort: 443,
                                  toPort: 443,
                                  ranges: [],
                                  prefixLists: [s3PrefixList],
                                  groups: [],
                              },
                          ]
                        : [toEverywhere],
            },
        ]),
        networkAcls: read([
            {
                id: "acl-1",
                subnetIds: subnets,
                entries: [allowAll(true), allowAll(false), denyAll(true), denyAll(false)],
            },
        ]),
        s3PrefixList: read(s3PrefixList),
        isPublic: read(network === "public"),
    };
}
