import type * as pulumi from "@pulumi/pulumi";

export type { ClusterParameter } from "./engine/rules";
export type { BucketPolicyStatement, KeyPolicyStatement } from "./policy/crossAccount";

/** An AWS managed policy for every bucket of the account. */
export const PredefinedPolicy = {
    /** Reads every object of every bucket. */
    AmazonS3ReadOnlyAccess: "AmazonS3ReadOnlyAccess",
    /** Does everything with every bucket and every object. */
    AmazonS3FullAccess: "AmazonS3FullAccess",
} as const;
export type PredefinedPolicy = (typeof PredefinedPolicy)[keyof typeof PredefinedPolicy];

/** The engine of the cluster, as RDS names it. */
export const AuroraEngine = {
    /** Aurora MySQL: one role for both directions, found by cluster parameters. */
    AuroraMysql: "aurora-mysql",
    /** Aurora PostgreSQL: a role for each direction, found by the feature names `s3Import` and `s3Export`. */
    AuroraPostgresql: "aurora-postgresql",
} as const;
export type AuroraEngine = (typeof AuroraEngine)[keyof typeof AuroraEngine];

/** How the conditions of the role's trust policy apply. */
export const SourceConditions = {
    /** Amazon RDS must name the source account and cluster in its request (`StringEquals`, `ArnLike`). */
    Required: "Required",
    /** A source account or cluster that Amazon RDS names must match (`StringEqualsIfExists`, `ArnLikeIfExists`). */
    IfExists: "IfExists",
    /** No conditions. */
    None: "None",
} as const;
export type SourceConditions = (typeof SourceConditions)[keyof typeof SourceConditions];

/** A place in S3: a bucket, which of its objects, and the KMS key that encrypts them. */
export interface S3Location {
    /**
     * The name or the ARN of a bucket, or `*` for every bucket. Refused are access points and their aliases,
     * directory buckets, table buckets and S3 on Outposts, and what is no bucket name by the
     * [rules of S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
     */
    bucket: pulumi.Input<string>;

    /**
     * Keys or key patterns like `incoming/*`, where `*` stands for any characters, slashes too, and `?` for any one. Every
     * object by default. They narrow what can be read and written, not what can be listed: listing works for the
     * whole bucket. Refused are an empty list, patterns of more than 1,024 bytes or with characters above U+00FF, which a
     * policy cannot hold (write `?`), and, with every bucket, any pattern.
     *
     * In `exportTo`, they must match the objects that the cluster writes. Aurora MySQL
     * [adds endings](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html) to the name
     * in the statement: an export to `exports/items` writes `exports/items.part_00000`, one more for each 6 GB, and
     * `exports/items.manifest` with MANIFEST ON, so that `exports/items.*` is right and `exports/items` is an error. Aurora PostgreSQL
     * writes the name itself, and
     * [for exports of more than 6 GB](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-file.html)
     * `exports/items_part2` and so on.
     */
    objects?: string[];

    /**
     * The ARN of the KMS key that encrypts the objects (SSE-KMS with a key of your own): the permissions to use
     * it are added. Not needed for SSE-S3 and for the key `aws/s3`. The alias of a key is refused, as it grants
     * nothing in a policy. Exports of Aurora PostgreSQL use this key only if the statement names it as `kms_key`
     * ([AWS documentation](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-functions.html)).
     */
    kmsKeyArn?: pulumi.Input<string>;
}

/** A KMS key that the cluster may use. */
export interface KmsKey {
    /** The ARN of the key, like `arn:aws:kms:us-east-1:123456789012:key/1234abcd-...`. The alias of a key is refused. */
    keyArn: pulumi.Input<string>;

    /** Whether the cluster also writes objects that this key encrypts: adds `kms:GenerateDataKey` to `kms:Decrypt`. False by default. */
    forExport?: boolean;
}

/** An existing cluster that gets the role. */
export interface ClusterAssociation {
    /** The identifier of the cluster: 1 to 63 letters, digits and single hyphens. Its ARN is refused. */
    clusterIdentifier: pulumi.Input<string>;

    /**
     * Tells several clusters apart in the names of their associations: 1 to 64 letters, digits, hyphens, dots and underscores. The
     * name of the cluster in AWS plays no part. One entry may have no name. If you rename an entry, list the old name in
     * `formerNames`: otherwise, the update creates the association a second time, which RDS rejects. The only entry can get a name
     * without that.
     */
    name?: string;

    /**
     * The names that this entry had in earlier updates, so that its association stays in place; `""` stands for an entry without a
     * name. None by default. A name that an entry has now or that another entry had, too, is an error: names cannot be swapped or
     * passed on in one update.
     */
    formerNames?: string[];

    /**
     * The [Region](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.RegionsAndAvailabilityZones.html) of the
     * cluster, for example, `us-west-2`. Defaults to the Region of the AWS provider. Set it for the clusters of a global database in
     * other Regions: a role is global, so one role serves them all. A change replaces the association. If you remove it, the
     * association stays in its Region: to return to the Region of the AWS provider, set that one.
     */
    region?: pulumi.Input<string>;
}

/** The DB cluster parameter group to make for an Aurora MySQL cluster. */
export interface ClusterParameterGroupSettings {
    /** The family, like `aurora-mysql8.0`. That of `engineVersion` by default; refused is neither. */
    family?: pulumi.Input<string>;

    /**
     * The name: 1 to 255 lowercase letters, digits and single hyphens, starting with a letter and not ending with a hyphen.
     * Defaults to an automatic name that starts with the name of the component; required if that is not valid, for example,
     * because the component's name has an underscore or an uppercase letter. It must be unique in the account and Region: AWS
     * rejects the same name for a second component during the update. A parameter group has one family and one description: change
     * the name together with `family` (or with an `engineVersion` of another family) or `description`. With the same name the update
     * fails, because the name is taken, and the group stays as it is.
     */
    name?: pulumi.Input<string>;

    /**
     * The description, 1 to 255 characters, no control characters. Defaults to that of the AWS provider. A change replaces the group, and
     * so needs another `name` where one is set.
     */
    description?: pulumi.Input<string>;

    /**
     * The [Region](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.RegionsAndAvailabilityZones.html) of the
     * group, for example, `us-west-2`. Defaults to the Region of the AWS provider. A group serves the clusters of its Region: for
     * other Regions, pass `clusterParameters` to an `aws.rds.ClusterParameterGroup` in each. A change replaces the
     * group. If you remove it, the group stays in its Region: to return to the Region of the AWS provider, set that one.
     */
    region?: pulumi.Input<string>;

    /** More parameters for the group. Those that the component sets itself are refused. */
    parameters?: pulumi.Input<pulumi.Input<ClusterParameterSetting>[]>;
}

/** A parameter of your own in the DB cluster parameter group. */
export interface ClusterParameterSetting {
    /** The name of the parameter, like `activate_all_roles_on_login`. */
    name: pulumi.Input<string>;
    /** The value of the parameter, without control characters. */
    value: pulumi.Input<string>;
    /** When it takes effect: `immediate`, the default, or `pending-reboot`, which static parameters need. */
    applyMethod?: pulumi.Input<string>;
}

/** What an Aurora cluster may do with S3, and which clusters may do it. */
export interface AuroraS3AccessArgs {
    /**
     * What the cluster may read: with LOAD DATA FROM S3 and LOAD XML FROM S3 on Aurora MySQL
     * ([their permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html)),
     * with `aws_s3.table_import_from_s3` on Aurora PostgreSQL
     * ([its permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html)).
     * Makes one policy, and more where IAM's 6,144 characters are not enough: locations go into them in the order of the list, each
     * bucket and key counted at its greatest length, so that the number of policies is known before the names are. Add locations
     * at the end: that changes the last policy or adds one. None by default. An empty list is refused, and so is `predefinedPolicy` beside it.
     */
    importFrom?: S3Location[];

    /**
     * Where the cluster may write: with SELECT INTO OUTFILE S3 on Aurora MySQL
     * ([its permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html)),
     * with `aws_s3.query_export_to_s3` on Aurora PostgreSQL
     * ([its permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html)).
     * Makes one policy, and more where IAM's 6,144 characters are not enough, as for `importFrom`. None by default. An empty list is
     * refused, and so is `predefinedPolicy` beside it. Aurora PostgreSQL exports only to buckets in the Region of the cluster.
     */
    exportTo?: S3Location[];

    /**
     * A policy of AWS for every bucket of the account, instead of `importFrom` and `exportTo`: `AmazonS3ReadOnlyAccess` to
     * read, `AmazonS3FullAccess` to read and write. Both grant far more than Aurora needs, and cause a warning. None by default. Other values are refused, and
     * so are `importFrom` and `exportTo` beside it. On a role of `existingRoleArn` there is only one attachment of a policy: if
     * something else attaches it to this role too, removing or renaming this resource detaches it for both.
     */
    predefinedPolicy?: PredefinedPolicy;

    /**
     * KMS keys that the cluster may use: makes
     * [the KMS policy](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.KMSCreatePolicy.html),
     * on its own or beside the rest. The key of a bucket in `importFrom` or `exportTo` is better given there, as `kmsKeyArn`. On Aurora
     * PostgreSQL the importing role decrypts with every key, and the exporting role uses those with `forExport`. None by default. An
     * empty list is refused, and on Aurora PostgreSQL keys alone or keys that no role would use.
     */
    kmsKeys?: KmsKey[];

    /**
     * Clusters that the role is
     * [associated](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html)
     * with: those that exist already, and every cluster of Aurora PostgreSQL. Whoever owns an Aurora MySQL cluster sets `clusterParameters` in its parameter group. None by
     * default: an Aurora MySQL cluster of the same program that takes `clusterParameters` gets the role through its `iamRoles` instead.
     * An empty list is an error, and so are the same name or, in one Region, the same cluster twice. Don't list a cluster whose own
     * `iamRoles` is set: every update of that resource after a refresh would disassociate this role again. Set `iamRoles` to
     * `roleArns` and the other roles in one list instead. The clusters do not use `clusterParameterGroup` until their
     * `dbClusterParameterGroupName` is set to `clusterParameterGroupName`.
     */
    clusters?: ClusterAssociation[];

    /**
     * The engine of the cluster: `aurora-mysql`, the default, or `aurora-postgresql`. It decides on the permissions, and whether there
     * is one role for both directions or one for each.
     */
    engine?: AuroraEngine;

    /**
     * The version of the engine, like `8.0.mysql_aurora.3.10.0`, `5.7.mysql_aurora.2.12.5` or `16.4`: version 2 of Aurora MySQL has
     * other parameters and privileges than version 3 and later, which is the default. Refused are versions of the other engine,
     * and those before Aurora MySQL version 2 (5.7) and Aurora PostgreSQL 10.7.
     */
    engineVersion?: pulumi.Input<string>;

    /**
     * Makes the [DB cluster parameter group](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html)
     * too, with `clusterParameters` in it. A cluster uses the group once its `dbClusterParameterGroupName` is set to the output
     * `clusterParameterGroupName`; with `clusters` too, this causes a warning. None by default; refused for Aurora PostgreSQL, which
     * needs no parameters.
     */
    clusterParameterGroup?: ClusterParameterGroupSettings;

    /**
     * The ARN of a role to attach the policies to, instead of making one. RDS must be trusted by it. Refused beside all that
     * describes a new role, and for both directions of Aurora PostgreSQL, which need a role each.
     */
    existingRoleArn?: pulumi.Input<string>;

    /**
     * The name of the policy for `importFrom`, for example, `AllowAuroraToExampleBucket`: 1 to 128 letters, digits and `_+=,.@-`.
     * Defaults to an automatic name that starts with the name of the component; required if that is not valid. It must be unique
     * in the account, regardless of case: AWS rejects the same name for a second component during the update.
     * `-2` and so on are appended where there are more policies. Requires `importFrom`.
     */
    importPolicyName?: pulumi.Input<string>;
    /**
     * The description of the policy for `importFrom`, at most 1,000 characters, no control characters. None by default. A change replaces the
     * policy: where `importPolicyName` is set and stays the same, the policy is deleted first, and the cluster has no access in between.
     * To keep the access, change the name together with the description.
     */
    importPolicyDescription?: pulumi.Input<string>;

    /**
     * The name of the policy for `exportTo`: 1 to 128 letters, digits and `_+=,.@-`.
     * Defaults to an automatic name that starts with the name of the component; required if that is not valid. It must be unique
     * in the account, regardless of case: AWS rejects the same name for a second component during the update.
     * `-2` and so on are appended where there are more policies. Requires `exportTo`.
     */
    exportPolicyName?: pulumi.Input<string>;
    /**
     * The description of the policy for `exportTo`, at most 1,000 characters, no control characters. None by default. A change replaces the
     * policy: where `exportPolicyName` is set and stays the same, the policy is deleted first, and the cluster has no access in between.
     * To keep the access, change the name together with the description.
     */
    exportPolicyDescription?: pulumi.Input<string>;

    /**
     * The name of the policy for `kmsKeys`, for example, `AmazonRDSKMSKey`: 1 to 128 letters, digits and `_+=,.@-`.
     * Defaults to an automatic name that starts with the name of the component; required if that is not valid. It must be unique
     * in the account, regardless of case: AWS rejects the same name for a second component during the update.
     * On Aurora PostgreSQL `-import` and `-export` are appended. Requires `kmsKeys`.
     */
    kmsPolicyName?: pulumi.Input<string>;
    /**
     * The description of the policy for `kmsKeys`, at most 1,000 characters, no control characters. None by default. A change replaces the
     * policy: where `kmsPolicyName` is set and stays the same, the policy is deleted first, and the cluster has no access in between.
     * To keep the access, change the name together with the description.
     */
    kmsPolicyDescription?: pulumi.Input<string>;

    /**
     * The name of the [role](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.CreateRole.html):
     * 1 to 64 letters, digits and `_+=,.@-`. On Aurora PostgreSQL `-import` and `-export` are appended, so it has 57 at most.
     * Defaults to an automatic name that starts with the name of the component; required if that is not valid, for example,
     * because it is longer than 64 characters. It must be unique in the account, regardless of case: AWS rejects the same name
     * for a second component during the update. Cannot be set together with `existingRoleArn`.
     *
     * When the role is deleted or replaced, the policies that others attached to it, such as a tool of your organization, are
     * detached, and its inline policies are deleted. Whoever deploys needs `iam:ListAttachedRolePolicies`, `iam:DetachRolePolicy`,
     * `iam:ListRolePolicies` and `iam:DeleteRolePolicy` for it.
     */
    roleName?: pulumi.Input<string>;
    /** The description of the role, at most 1,000 bytes of Latin-1 characters. None by default. Cannot be set together with `existingRoleArn`. */
    roleDescription?: pulumi.Input<string>;

    /**
     * The [IAM path](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names) of
     * the role and the policies, for example, `/aurora/`: at most 512 characters, which start and end with a slash and have
     * letters, digits, `.,+@=_-` and single slashes in between. If only a role is created, and no policy, any printable ASCII
     * characters are valid in between. Defaults to `/`. A change replaces the role and the policies. Names are unique in an account,
     * whatever the path: what has a name of yours is deleted before it is created again, and the cluster has no access in between. To
     * keep the access, change `roleName` and the names of the policies together with the path.
     */
    path?: pulumi.Input<string>;

    /** The ARN of the policy that is the [permissions boundary](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html) of the role. None by default. Refused beside `existingRoleArn`. */
    permissionsBoundary?: pulumi.Input<string>;

    /**
     * Tags of the role, the policies and the parameter group: keys of 1 to 128 and values of up to 256 letters, digits, spaces and
     * `_.:/=+-@`. At most 50, including the default tags of the AWS provider. Keys must differ in more than case, because
     * [IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) ignores case in the tag keys of roles. Keys and
     * values cannot start with `aws:`, and together with `clusterParameterGroup` they cannot start with `rds:`. Defaults to none
     * but the default tags of the provider.
     */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /**
     * The AWS account ID, 12 digits, for the `aws:SourceAccount` condition of the trust policy,
     * [against the confused deputy](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html).
     * Defaults to the account of the AWS provider. Any other account is an error, because Amazon RDS can only use a role for clusters in the
     * account of the role. Must not be set together with `existingRoleArn` or with `sourceConditions: None`.
     */
    sourceAccount?: pulumi.Input<string>;

    /**
     * The ARNs of the clusters for the `aws:SourceArn` condition of the trust policy, for example,
     * `arn:aws:rds:us-east-1:123456789012:cluster:sales`. `*` stands for any characters within one part of the ARN and `?` for any one
     * character. Cluster identifiers are lowercase, as Amazon RDS stores them. For instances of RDS for PostgreSQL, use `db` ARNs with
     * `engine: aurora-postgresql`. Defaults to every cluster of the account. An empty list is an error, and so are ARNs that can never match: of another
     * account or partition, of no cluster, or, if `clusters` is set, of none of them. Must not be set together with `existingRoleArn` or with
     * `sourceConditions: None`.
     */
    sourceArns?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * How the `aws:SourceAccount` and `aws:SourceArn` conditions of the trust policy apply. `Required`, the default for Aurora PostgreSQL: Amazon RDS must send
     * both keys with the right values. `IfExists`, the default for Aurora MySQL: the keys must have the right values if Amazon RDS sends them.
     * AWS [recommends these conditions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html)
     * for Amazon RDS but doesn't document whether Aurora MySQL sends the keys for LOAD DATA and SELECT INTO OUTFILE; `IfExists` works in both cases. Some
     * security scanners, for example, Prowler, accept only `Required`. `None` omits the conditions. Other values are an error, and so are
     * `existingRoleArn` together with this input, and `sourceAccount` or `sourceArns` together with `None`.
     */
    sourceConditions?: SourceConditions;
}
