import type { Direction } from "../provider/policy/permissions";

/**
 * All that the doctor reads, as plain data. The collector fills it in, `diagnose` judges it, and nothing else passes between them.
 *
 * Each answer of AWS is a `Fact`: what was read, or why it was not. `undefined` that was read means that AWS says there is
 * none: no such role, no bucket policy.
 */
export type Fact<T> = Read<T> | Unread;

export interface Read<T> {
    readonly read: T;
}

export interface Unread {
    readonly unread: {
        /** The IAM action that the caller needs, for example, `iam:GetRole`. Undefined if permissions are not the reason. */
        readonly needs?: string | undefined;
        /** Why it was not read, in a few words, for example, `access denied` or `the role is in another account`. */
        readonly reason: string;
    };
}

export const read = <T>(value: T): Read<T> => ({ read: value });

export const unread = (reason: string, needs?: string): Unread => ({ unread: { needs, reason } });

export const isRead = <T>(fact: Fact<T>): fact is Read<T> => "read" in fact;

export interface Facts {
    /** What was asked for, or taken from the policies of the roles. */
    readonly asked: Asked;
    /** Undefined: there is no such cluster, and no such instance of RDS for PostgreSQL, in the Region. */
    readonly database: Fact<Database | undefined>;
    /** Values of `s3Parameters`, and others if it is simpler, in the DB cluster parameter group. Empty for an instance. */
    readonly parameters: Fact<readonly Parameter[]>;
    /** Every role that is associated with the database, or that a parameter names. */
    readonly roles: readonly RoleFacts[];
    /** Every bucket of `asked.locations`. */
    readonly buckets: readonly BucketFacts[];
    /** Every KMS key that the encryption of a bucket or an object names. */
    readonly keys: readonly KeyFacts[];
    /** One for each of `asked.locations`, in their order. */
    readonly objects: readonly ObjectFacts[];
    readonly network: NetworkFacts;
}

export interface Asked {
    /** The identifier of the cluster, as given. */
    readonly identifier: string;
    /** The Region that was read. */
    readonly region: string;
    readonly locations: readonly Location[];
}

/** What one statement in SQL would read or write. */
export interface Location {
    readonly direction: Direction;
    /** The name of the bucket. */
    readonly bucket: string;
    /** From a URI: the key, or the start of the keys; "" for all. From a policy: what stands before the first wildcard. */
    readonly key: string;
    /** Only from a policy: the pattern of its resource, for example, `incoming/*`. */
    readonly pattern?: string | undefined;
    /** The Region that a URI like `s3-us-west-2://raw/in` names. */
    readonly region?: string | undefined;
    readonly from: "argument" | "policy";
}

export interface Database {
    /** `instance`: a DB instance of RDS for PostgreSQL. */
    readonly kind: "cluster" | "instance";
    readonly identifier: string;
    /** `arn:aws:rds:us-east-1:123456789012:cluster:sales`. It also tells the account, the Region and the partition. */
    readonly arn: string;
    /** As RDS says it: `aurora-mysql`, `aurora-postgresql`, `postgres`, ... */
    readonly engine: string;
    /** For example, `8.0.mysql_aurora.3.10.0`. */
    readonly engineVersion: string;
    /** For example, `available`. */
    readonly status: string;
    readonly associatedRoles: readonly AssociatedRole[];
    /** The DB cluster parameter group. Undefined for an instance. */
    readonly parameterGroup?: string | undefined;
    /** The instances of the cluster. Of an instance, none. */
    readonly members: readonly Member[];
    readonly securityGroups: readonly string[];
    /** The subnet group, which RDS may leave out. */
    readonly subnetGroup?: string | undefined;
    /** Undefined unless the cluster belongs to a global database, or if that could not be read. */
    readonly globalCluster?: string | undefined;
}

export interface AssociatedRole {
    readonly roleArn: string;
    /** `s3Import`, `s3Export`, ...; undefined or "" without one, as on Aurora MySQL. */
    readonly featureName?: string | undefined;
    /** `ACTIVE`, `PENDING` or `INVALID`. */
    readonly status: string;
}

export interface Member {
    readonly identifier: string;
    readonly isWriter: boolean;
    /** `in-sync`, `pending-reboot`, `applying`, ... */
    readonly parameterGroupStatus: string;
}

/** A parameter of the DB cluster parameter group, by DescribeDBClusterParameters. */
export interface Parameter {
    readonly name: string;
    /** Undefined if RDS gives none. */
    readonly value?: string | undefined;
    /** `user`, `system` or `engine-default`. */
    readonly source?: string | undefined;
    /** `immediate` or `pending-reboot`. */
    readonly applyMethod?: string | undefined;
}

/** The parameters that the doctor needs. */
export const s3Parameters = [
    "aws_default_s3_role",
    "aurora_load_from_s3_role",
    "aurora_select_into_s3_role",
    "activate_all_roles_on_login",
] as const;

export interface RoleFacts {
    readonly arn: string;
    /** By GetRole. Undefined: there is no such role. */
    readonly role: Fact<Role | undefined>;
    /** By ListAttachedRolePolicies, and GetPolicy and GetPolicyVersion of each. */
    readonly attachedPolicies: Fact<readonly PolicyFacts[]>;
    /** By ListRolePolicies, and GetRolePolicy of each. */
    readonly inlinePolicies: Fact<readonly PolicyFacts[]>;
}

export interface Role {
    /** With its path. */
    readonly arn: string;
    readonly name: string;
    readonly path: string;
    /** The trust policy as JSON: decoded, as GetRole gives it URL-encoded. */
    readonly trustPolicy: string;
    /** The permissions boundary, by GetPolicy and GetPolicyVersion. */
    readonly boundary?: PolicyFacts | undefined;
}

export interface PolicyFacts {
    /** The name of an inline policy, the ARN of any other. */
    readonly name: string;
    /** The default version, as JSON. */
    readonly document: Fact<string>;
}

export interface BucketFacts {
    readonly name: string;
    /** By HeadBucket: whether there is such a bucket, in whatever account. Access denied with a Region says that there is. */
    readonly exists: Fact<boolean>;
    /** By HeadBucket or GetBucketLocation. */
    readonly region: Fact<string>;
    /** Whether it belongs to the account of the database, for example, by ListBuckets or the expected bucket owner. */
    readonly isInAccount: Fact<boolean>;
    /** By GetBucketEncryption: of new objects. */
    readonly encryption: Fact<Encryption>;
    /** By GetBucketPolicy, as JSON. Undefined: it has none. */
    readonly policy: Fact<string | undefined>;
}

export interface Encryption {
    /** `AES256`, `aws:kms`, `aws:kms:dsse`. */
    readonly algorithm: string;
    /** As S3 tells it: an ARN, an ID or an alias. Undefined for the AWS managed key, and without KMS. */
    readonly keyId?: string | undefined;
}

export interface KeyFacts {
    /** The `keyId` of an `Encryption`, as it stands there. */
    readonly id: string;
    /** By DescribeKey. Undefined: there is no such key. */
    readonly key: Fact<Key | undefined>;
    /** By GetKeyPolicy, as JSON. */
    readonly policy: Fact<string>;
    /** By ListGrants. */
    readonly grants: Fact<readonly Grant[]>;
}

export interface Key {
    /** Of the key, even if an alias was asked for. It also tells the account and the Region. */
    readonly arn: string;
    /** `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, ... */
    readonly state: string;
    readonly manager: "AWS" | "CUSTOMER";
    readonly isMultiRegion: boolean;
}

export interface Grant {
    readonly id: string;
    readonly grantee: string;
    /** For example, `Decrypt`. */
    readonly operations: readonly string[];
    /** Whether it has constraints on the encryption context. */
    readonly isConstrained: boolean;
}

/** Of one location: what is there for an import. Not read for an export. */
export interface ObjectFacts {
    /** By ListObjectsV2 with the prefix `key`: the first few, never their content. Empty: nothing is there. */
    readonly found: Fact<readonly FoundObject[]>;
}

export interface FoundObject {
    readonly key: string;
    /** By HeadObject, of the first at least. Undefined if it was not asked. */
    readonly encryption?: Fact<Encryption> | undefined;
}

export interface NetworkFacts {
    /** Of the subnet group. */
    readonly subnets: Fact<readonly Subnet[]>;
    /** Of the VPC. */
    readonly routeTables: Fact<readonly RouteTable[]>;
    /** Of the VPC, for S3 alone. */
    readonly endpoints: Fact<readonly Endpoint[]>;
    /** Those of the database. */
    readonly securityGroups: Fact<readonly SecurityGroup[]>;
    /** Of the subnets. */
    readonly networkAcls: Fact<readonly NetworkAcl[]>;
    /** The prefix list of S3 in the Region, `pl-63a5400a`; undefined: there is none. */
    readonly s3PrefixList: Fact<string | undefined>;
    /** Whether all instances are publicly accessible, by DescribeDBInstances. */
    readonly isPublic: Fact<boolean>;
}

export interface Subnet {
    readonly id: string;
    readonly vpcId: string;
}

export interface RouteTable {
    readonly id: string;
    /** Whether it is for the subnets that name no other. */
    readonly isMain: boolean;
    readonly subnetIds: readonly string[];
    readonly routes: readonly Route[];
}

export interface Route {
    /** An IPv4 or IPv6 range, or the ID of a prefix list. */
    readonly destination: string;
    /** `local`, or the ID of a gateway, an endpoint, an instance, ...: `igw-`, `nat-`, `tgw-`, `vpce-`, ... */
    readonly target: string;
    /** `active` or `blackhole`. */
    readonly state: string;
}

export interface Endpoint {
    readonly id: string;
    readonly type: "Gateway" | "Interface" | "GatewayLoadBalancer";
    /** For example, `com.amazonaws.us-east-1.s3`. */
    readonly service: string;
    /** `available`, `pending`, ... */
    readonly state: string;
    /** Of a gateway endpoint. */
    readonly routeTableIds: readonly string[];
    /** As JSON. Undefined: AWS gives none, which allows everything. */
    readonly policy?: string | undefined;
}

export interface SecurityGroup {
    readonly id: string;
    readonly egress: readonly EgressRule[];
}

export interface EgressRule {
    /** `tcp`, `udp`, ..., or `-1` for all. */
    readonly protocol: string;
    /** Undefined for all ports. */
    readonly fromPort?: number | undefined;
    readonly toPort?: number | undefined;
    /** Ranges of IPv4 and IPv6. */
    readonly ranges: readonly string[];
    readonly prefixLists: readonly string[];
    /** The IDs of other security groups. */
    readonly groups: readonly string[];
}

export interface NetworkAcl {
    readonly id: string;
    readonly subnetIds: readonly string[];
    readonly entries: readonly AclEntry[];
}

export interface AclEntry {
    readonly rule: number;
    readonly isEgress: boolean;
    readonly isAllow: boolean;
    /** `-1` for all, `6` for TCP. */
    readonly protocol: string;
    readonly range: string;
    readonly fromPort?: number | undefined;
    readonly toPort?: number | undefined;
}
