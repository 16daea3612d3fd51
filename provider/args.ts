import type * as pulumi from "@pulumi/pulumi";

export type { ClusterParameter } from "./engine/rules";
export type { BucketPolicyStatement, KeyPolicyStatement } from "./policy/crossAccount";

/**
 * An AWS managed policy that applies to every bucket.
 *
 * @enum
 */
export const PredefinedPolicy = {
    /** Allows reading every object in every bucket. */
    AmazonS3ReadOnlyAccess: "AmazonS3ReadOnlyAccess",
    /** Allows all Amazon S3 actions on every bucket and every object. */
    AmazonS3FullAccess: "AmazonS3FullAccess",
} as const;
export type PredefinedPolicy = (typeof PredefinedPolicy)[keyof typeof PredefinedPolicy];

/**
 * The engine of the cluster, as named by Amazon RDS.
 *
 * @enum
 */
export const AuroraEngine = {
    /** Aurora MySQL. One role serves both directions. The cluster finds the role through DB cluster parameters. */
    AuroraMysql: "aurora-mysql",
    /** Aurora PostgreSQL. Each direction has its own role, associated with the feature name `s3Import` or `s3Export`. */
    AuroraPostgresql: "aurora-postgresql",
} as const;
export type AuroraEngine = (typeof AuroraEngine)[keyof typeof AuroraEngine];

/**
 * How the conditions of the role's trust policy apply.
 *
 * @enum
 */
export const SourceConditions = {
    /** Amazon RDS must send the source account and the source ARN, and both must match (`StringEquals`, `ArnLike`). */
    Required: "Required",
    /** The source account and the source ARN must match if Amazon RDS sends them (`StringEqualsIfExists`, `ArnLikeIfExists`). */
    IfExists: "IfExists",
    /** No conditions. */
    None: "None",
} as const;
export type SourceConditions = (typeof SourceConditions)[keyof typeof SourceConditions];

/** An S3 location: a bucket, its objects, and the KMS key that encrypts them. */
export interface S3Location {
    /**
     * The name or ARN of a bucket, or `*` for every bucket. A name that doesn't follow the
     * [bucket naming rules](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html) is an error. Access
     * points and their aliases, directory buckets, table buckets and S3 on Outposts are also errors.
     */
    bucket: pulumi.Input<string>;

    /**
     * Object keys or key patterns, for example, `incoming/*`. `*` matches any characters, including slashes; `?` matches any
     * single character. Defaults to every object. The patterns limit which objects can be read and written. They don't limit
     * listing: `s3:ListBucket` applies to the whole bucket. A pattern can have at most 1,024 bytes. Characters above U+00FF are
     * errors, because IAM policies cannot contain them; write `?` instead. An empty list is an error. Cannot be set if `bucket`
     * is `*`.
     *
     * In `exportTo`, the patterns must match the objects that the cluster writes. Aurora MySQL
     * [appends suffixes](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html)
     * to the name in the statement. An export to `exports/items` writes `exports/items.part_00000`, one more file for each 6
     * GB, and `exports/items.manifest` with `MANIFEST ON`. Use `exports/items.*`; `exports/items` is an error. Aurora
     * PostgreSQL writes the name itself, and
     * [for exports of more than 6 GB](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-file.html)
     * also `exports/items_part2` and so on.
     */
    objects?: string[];

    /**
     * The ARN of the customer managed KMS key that encrypts the objects (SSE-KMS). The component adds the permissions to use
     * the key. Not needed for SSE-S3 or the AWS managed key `aws/s3`. A key alias is an error, because an alias
     * [grants nothing in a policy](https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html). Aurora
     * PostgreSQL encrypts an export with this key only if the statement passes it as `kms_key`
     * ([AWS documentation](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-functions.html)).
     */
    kmsKeyArn?: pulumi.Input<string>;
}

/** A KMS key that the cluster can use. */
export interface KmsKey {
    /**
     * The ARN of the key, for example, `arn:aws:kms:us-east-1:123456789012:key/1234abcd-...`. A key alias is an error, because
     * an alias [grants nothing in a policy](https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html).
     */
    keyArn: pulumi.Input<string>;

    /**
     * Whether the cluster also writes objects that this key encrypts. If true, the policy allows `kms:GenerateDataKey` as well
     * as `kms:Decrypt`. Defaults to false.
     */
    forExport?: boolean;
}

/** An existing cluster to associate the role with. */
export interface ClusterAssociation {
    /**
     * The [identifier](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html) of the cluster: 1 to
     * 63 letters, digits and single hyphens. The ARN of the cluster is an error.
     */
    clusterIdentifier: pulumi.Input<string>;

    /**
     * A name that distinguishes this entry from other entries: 1 to 64 letters, digits, hyphens, dots and underscores. It
     * becomes part of the association's name in the Pulumi state. The cluster's name in AWS doesn't matter. Defaults to no
     * name; only one entry can have none. If you rename an entry, add the old name to `formerNames`. Otherwise, the update
     * creates the association a second time, which Amazon RDS rejects. If there is only one entry, you can add its first name
     * without `formerNames`.
     */
    name?: string;

    /**
     * The names that this entry had in earlier updates, so that its association stays in place. Use `""` for an entry that had
     * no name. Defaults to none. The current name of any entry, and a former name of another entry, are errors: one update
     * cannot swap names or pass them on.
     */
    formerNames?: string[];

    /**
     * The [Region](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.RegionsAndAvailabilityZones.html) of
     * the cluster, for example, `us-west-2`. Defaults to the Region of the AWS provider. Set it for clusters of a global
     * database in other Regions: IAM roles are global, so one role serves all of them. A change replaces the association. If
     * you remove this input, the association stays in its Region. To move it back, set this input to the Region of the AWS
     * provider.
     */
    region?: pulumi.Input<string>;
}

/** The DB cluster parameter group to create for an Aurora MySQL cluster. */
export interface ClusterParameterGroupSettings {
    /**
     * The
     * [parameter group family](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html),
     * for example, `aurora-mysql8.0`. Defaults to the family of `engineVersion`. One of the two is required. If both are set,
     * they must match.
     */
    family?: pulumi.Input<string>;

    /**
     * The name: 1 to 255 lowercase letters, digits and single hyphens, starting with a letter and not ending with a hyphen.
     * Defaults to an automatic name that starts with the name of the component; required if that name is not valid, for
     * example, because the component's name has an underscore or an uppercase letter. The name must be unique in the account
     * and Region. AWS rejects a duplicate name during the update. A parameter group has one family and one description: change
     * the name together with `family` (or with an `engineVersion` of another family) or `description`. Otherwise, the update
     * fails, because the name is already in use, and the group stays unchanged.
     */
    name?: pulumi.Input<string>;

    /**
     * The description: 1 to 255 characters, without control characters. Defaults to the description that the AWS provider sets.
     * A change replaces the group. If `name` is set, change it together with the description.
     */
    description?: pulumi.Input<string>;

    /**
     * The [Region](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.RegionsAndAvailabilityZones.html) of
     * the group, for example, `us-west-2`. Defaults to the Region of the AWS provider. A group serves the clusters in its
     * Region. For other Regions, pass `clusterParameters` to an `aws.rds.ClusterParameterGroup` in each Region. A change
     * replaces the group. If you remove this input, the group stays in its Region. To move it back, set this input to the
     * Region of the AWS provider.
     */
    region?: pulumi.Input<string>;

    /** Additional parameters for the group. Defaults to none. A parameter that the component sets itself is an error. */
    parameters?: pulumi.Input<pulumi.Input<ClusterParameterSetting>[]>;
}

/** An additional parameter in the DB cluster parameter group. */
export interface ClusterParameterSetting {
    /** The name of the parameter, for example, `activate_all_roles_on_login`. */
    name: pulumi.Input<string>;
    /** The value of the parameter, without control characters. */
    value: pulumi.Input<string>;
    /**
     * When the parameter takes effect: `immediate` or `pending-reboot`. Defaults to `immediate`. Static parameters require
     * `pending-reboot`.
     */
    applyMethod?: pulumi.Input<string>;
}

/**
 * The Amazon S3 locations and KMS keys that an Aurora cluster can use, and the clusters that get access. `importFrom`,
 * `exportTo`, `predefinedPolicy` or `kmsKeys` is required.
 */
export interface AuroraS3AccessArgs {
    /**
     * The S3 locations that the cluster can read. Aurora MySQL reads them with `LOAD DATA FROM S3` and `LOAD XML FROM S3`
     * ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html)),
     * Aurora PostgreSQL with `aws_s3.table_import_from_s3`
     * ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html)). The
     * component creates one policy, or several if the locations exceed the 6,144 characters that IAM allows in a policy. The
     * locations fill the policies in the order of the list. Each bucket and key counts at its maximum length, so the number of
     * policies doesn't depend on names that are not known yet. Append new locations at the end: this changes only the last
     * policy or adds one. Defaults to none. An empty list is an error. Cannot be set together with `predefinedPolicy`.
     */
    importFrom?: S3Location[];

    /**
     * The S3 locations that the cluster can write to. Aurora MySQL writes with `SELECT INTO OUTFILE S3`
     * ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html)),
     * Aurora PostgreSQL with `aws_s3.query_export_to_s3`
     * ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html)).
     * The component creates one policy, or several, as for `importFrom`. Aurora PostgreSQL exports only to buckets in the
     * Region of the cluster. Defaults to none. An empty list is an error. Cannot be set together with `predefinedPolicy`.
     */
    exportTo?: S3Location[];

    /**
     * An AWS managed policy for every bucket, instead of `importFrom` and `exportTo`: `AmazonS3ReadOnlyAccess` to read, or
     * `AmazonS3FullAccess` to read and write. Both grant far more than Aurora needs and cause a warning. Defaults to none. Any
     * other value is an error. Cannot be set together with `importFrom` or `exportTo`. IAM keeps only one attachment of a
     * policy to a role. If other resources or tools attach the same policy to the role of `existingRoleArn`, deleting or
     * renaming this resource detaches it for all of them.
     */
    predefinedPolicy?: PredefinedPolicy;

    /**
     * KMS keys that the cluster can use. The component creates
     * [the KMS policy](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.KMSCreatePolicy.html),
     * alone or together with the other policies. For the key of a bucket in `importFrom` or `exportTo`, set `kmsKeyArn` of the
     * location instead. On Aurora PostgreSQL, the role used for import can decrypt with every key, and the role used for export
     * can use only the keys with `forExport`. Defaults to none. An empty list is an error. On Aurora PostgreSQL, this input
     * requires `importFrom`, `exportTo` or `predefinedPolicy`, and a key that no role would use is an error.
     */
    kmsKeys?: KmsKey[];

    /**
     * The clusters to
     * [associate the role with](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html):
     * existing Aurora MySQL clusters, and new or existing Aurora PostgreSQL clusters. The owner of an Aurora MySQL cluster must
     * set `clusterParameters` in its parameter group. Defaults to none. For an Aurora MySQL cluster that is created in the same
     * program and uses `clusterParameters`, set its `iamRoles` instead: listing it here creates a dependency cycle. An empty
     * list is an error. Two entries with the same name, or with the same cluster in the same Region, are an error.
     *
     * Don't list a cluster that sets `iamRoles`: each update of that cluster after a refresh would remove this role. Set its
     * `iamRoles` to `roleArns` and the other roles in one list instead. The listed clusters don't use `clusterParameterGroup`
     * automatically. Set their `dbClusterParameterGroupName` to the output `clusterParameterGroupName`.
     */
    clusters?: ClusterAssociation[];

    /**
     * The engine of the cluster: `aurora-mysql` or `aurora-postgresql`. It determines the permissions, and whether one role
     * serves both directions or each direction has its own. Defaults to `aurora-mysql`. Any other value is an error.
     */
    engine?: AuroraEngine;

    /**
     * The engine version, for example, `8.0.mysql_aurora.3.10.0`, `5.7.mysql_aurora.2.12.5` or `16.4`. Aurora MySQL version 2
     * (5.7) uses other parameters and privileges than version 3 and later. Defaults to the behavior of version 3 and later. A
     * version of the other engine is an error. Aurora MySQL versions before 2 (5.7) and Aurora PostgreSQL versions before 10.7
     * are errors.
     */
    engineVersion?: pulumi.Input<string>;

    /**
     * Creates a
     * [DB cluster parameter group](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html)
     * that contains `clusterParameters`. To use the group, set the `dbClusterParameterGroupName` of the cluster to the output
     * `clusterParameterGroupName`. Together with `clusters`, this input causes a warning, because the listed clusters don't use
     * the group automatically. Defaults to none. Cannot be set for Aurora PostgreSQL, which needs no parameters.
     */
    clusterParameterGroup?: ClusterParameterGroupSettings;

    /**
     * The ARN of an existing role to attach the policies to. Its
     * [trust policy](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.CreateRole.html)
     * must allow `rds.amazonaws.com` to assume it. If this input is not set, the component creates the role. Cannot be set
     * together with `roleName`, `roleDescription`, `permissionsBoundary`, `sourceAccount`, `sourceArns` or `sourceConditions`.
     * Cannot be set for both directions of Aurora PostgreSQL, which needs a role for each direction. With
     * `clusters`, a comma is an error, because the AWS provider cannot associate such a role.
     */
    existingRoleArn?: pulumi.Input<string>;

    /**
     * The [name](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html) of the policy for `importFrom`, for
     * example, `AllowAuroraToExampleBucket`: 1 to 128 letters, digits and `_+=,.@-`. If there are several policies, the
     * component appends `-2` and so on. Defaults to an automatic name that starts with the name of the component; required if
     * that name is not valid. The name must be unique in the account, regardless of case. AWS rejects a duplicate name during
     * the update. Requires `importFrom`.
     */
    importPolicyName?: pulumi.Input<string>;
    /**
     * The description of the policy for `importFrom`: at most 1,000 characters, without control characters. Defaults to none. A
     * change replaces the policy. If `importPolicyName` is set and stays the same, the policy is deleted before it is created
     * again, and the cluster has no access in between. To keep the access, change the name together with the description.
     * Requires `importFrom`.
     */
    importPolicyDescription?: pulumi.Input<string>;

    /**
     * The [name](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html) of the policy for `exportTo`: 1 to
     * 128 letters, digits and `_+=,.@-`. If there are several policies, the component appends `-2` and so on. Defaults to an
     * automatic name that starts with the name of the component; required if that name is not valid. The name must be unique in
     * the account, regardless of case. AWS rejects a duplicate name during the update. Requires `exportTo`.
     */
    exportPolicyName?: pulumi.Input<string>;
    /**
     * The description of the policy for `exportTo`: at most 1,000 characters, without control characters. Defaults to none. A
     * change replaces the policy. If `exportPolicyName` is set and stays the same, the policy is deleted before it is created
     * again, and the cluster has no access in between. To keep the access, change the name together with the description.
     * Requires `exportTo`.
     */
    exportPolicyDescription?: pulumi.Input<string>;

    /**
     * The [name](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html) of the policy for `kmsKeys`, for
     * example, `AmazonRDSKMSKey`: 1 to 128 letters, digits and `_+=,.@-`. On Aurora PostgreSQL, the component appends `-import`
     * and `-export`. Defaults to an automatic name that starts with the name of the component; required if that name is not
     * valid. The name must be unique in the account, regardless of case. AWS rejects a duplicate name during the update.
     * Requires `kmsKeys`.
     */
    kmsPolicyName?: pulumi.Input<string>;
    /**
     * The description of the policy for `kmsKeys`: at most 1,000 characters, without control characters. Defaults to none. A
     * change replaces the policy. If `kmsPolicyName` is set and stays the same, the policy is deleted before it is created
     * again, and the cluster has no access in between. To keep the access, change the name together with the description.
     * Requires `kmsKeys`.
     */
    kmsPolicyDescription?: pulumi.Input<string>;

    /**
     * The name of the
     * [role](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.CreateRole.html):
     * 1 to 64 letters, digits and `_+=,.@-`. On Aurora PostgreSQL, the component appends `-import` and `-export`, so the name
     * can have at most 57 characters. Defaults to an automatic name that starts with the name of the component; required if
     * that name is not valid, for example, because it is longer than 64 characters. The name must be unique in the account,
     * regardless of case. AWS rejects a duplicate name during the update. Cannot be set together with `existingRoleArn`. With
     * `clusters`, a comma is an error, because the AWS provider cannot associate such a role.
     *
     * When the role is deleted or replaced, policies that are attached outside Pulumi, for example, by a tool of your
     * organization, are detached, and inline policies are deleted. To deploy, you need `iam:ListAttachedRolePolicies`,
     * `iam:DetachRolePolicy`, `iam:ListRolePolicies` and `iam:DeleteRolePolicy` on the role.
     */
    roleName?: pulumi.Input<string>;
    /**
     * The description of the role: at most 1,000 bytes of Latin-1 characters. Defaults to none. Cannot be set together with
     * `existingRoleArn`.
     */
    roleDescription?: pulumi.Input<string>;

    /**
     * The [IAM path](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names) of
     * the role and the policies, for example, `/aurora/`. A path has at most 512 characters. It starts and ends with a slash,
     * and has only letters, digits, `.,+@=_-` and single slashes in between. If only a role is created, and no policy, any
     * printable ASCII characters are valid in between. Defaults to `/`. With
     * `clusters`, a comma is an error, because the AWS provider cannot associate such a role.
     *
     * A change replaces the role and the policies. Names are unique in an account, regardless of the path. A role or policy
     * with a name that you set is deleted before it is created again, and the cluster has no access in between. To keep the
     * access, change `roleName` and the names of the policies together with the path.
     */
    path?: pulumi.Input<string>;

    /**
     * The ARN of the policy that is the
     * [permissions boundary](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html) of the role.
     * Defaults to none. Cannot be set together with `existingRoleArn`.
     */
    permissionsBoundary?: pulumi.Input<string>;

    /**
     * Tags of the role, the policies and the parameter group. Keys have 1 to 128 and values up to 256 letters, digits, spaces
     * and `_.:/=+-@`. Defaults to none; the default tags of the AWS provider always apply. More than 50 tags, including the
     * default tags, are an error. Keys must differ in more than case, because
     * [IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) ignores case in the tag keys of roles. Keys and
     * values cannot start with `aws:`. Together with `clusterParameterGroup`, they cannot start with `rds:`.
     */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /**
     * The AWS account ID, 12 digits, for the `aws:SourceAccount` condition of the trust policy. The condition protects
     * [against the confused deputy problem](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html).
     * Defaults to the account of the AWS provider. Any other account is an error, because Amazon RDS can only use a role for
     * clusters in the account of the role. Cannot be set together with `existingRoleArn`, or if `sourceConditions` is `None`.
     */
    sourceAccount?: pulumi.Input<string>;

    /**
     * The ARNs of the clusters for the `aws:SourceArn` condition of the trust policy, for example,
     * `arn:aws:rds:us-east-1:123456789012:cluster:sales`. `*` matches any characters within one part of the ARN; `?` matches
     * any single character. Write cluster identifiers in lowercase, as Amazon RDS stores them. For RDS for PostgreSQL
     * instances, use `db` ARNs and set `engine` to `aurora-postgresql`. Defaults to every cluster of the account. An empty list
     * is an error. ARNs that can never match are errors: ARNs of another account or partition, ARNs of other resources, and, if
     * `clusters` is set, ARNs that match none of the listed clusters. Cannot be set together with `existingRoleArn`, or if
     * `sourceConditions` is `None`.
     */
    sourceArns?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * How the `aws:SourceAccount` and `aws:SourceArn` conditions of the trust policy apply. With `Required`, Amazon RDS must
     * send both keys with the right values. With `IfExists`, the keys must have the right values if Amazon RDS sends them.
     * `None` omits the conditions. Defaults to `Required` for Aurora PostgreSQL and to `IfExists` for Aurora MySQL. AWS
     * [recommends these conditions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html)
     * for Amazon RDS but doesn't document whether Aurora MySQL sends the keys for `LOAD DATA` and `SELECT INTO OUTFILE`.
     * `IfExists` works in both cases. Some security scanners, for example, Prowler, accept only `Required`. Any other value is
     * an error. Cannot be set together with `existingRoleArn`. Cannot be `None` together with `sourceAccount` or `sourceArns`.
     */
    sourceConditions?: SourceConditions;
}
