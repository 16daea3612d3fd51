/** The engines of Aurora, as RDS names them. */
export type Engine = "aurora-mysql" | "aurora-postgresql";

/** Which way data flows: from S3 into the cluster, or from the cluster to S3. */
export type Direction = "import" | "export";

/** The actions of one feature, by the kind of resource that they act on. IAM ignores an action on the wrong kind. */
export interface Permissions {
    readonly bucket: readonly string[];
    readonly objects: readonly string[];
    readonly key: readonly string[];
    /** Whether AWS supports a bucket of another account. */
    readonly otherAccounts: boolean;
}

/** The actions on a KMS key that a direction takes; the same for every engine, as it is S3 that uses the key. */
export const keyPermissions: Readonly<Record<Direction, readonly string[]>> = {
    import: ["kms:Decrypt"],
    // S3 reads the parts of a multipart upload back before it joins them: without kms:Decrypt small exports work
    // and large ones fail. https://repost.aws/knowledge-center/s3-multipart-kms-decrypt
    export: ["kms:Decrypt", "kms:GenerateDataKey"],
};

/**
 * The least permissions of each feature.
 *
 * Aurora MySQL: LOAD DATA FROM S3 and LOAD XML FROM S3 import, SELECT INTO OUTFILE S3 exports.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html
 *
 * Aurora PostgreSQL: aws_s3.table_import_from_s3 imports, aws_s3.query_export_to_s3 exports.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html
 */
export const permissions: Readonly<Record<Engine, Readonly<Record<Direction, Permissions>>>> = {
    "aurora-mysql": {
        import: {
            bucket: ["s3:ListBucket"],
            objects: ["s3:GetObject", "s3:GetObjectVersion"],
            key: keyPermissions.import,
            otherAccounts: true,
        },
        export: {
            bucket: ["s3:ListBucket"],
            objects: [
                "s3:AbortMultipartUpload",
                "s3:DeleteObject",
                "s3:GetObject",
                "s3:ListMultipartUploadParts",
                "s3:PutObject",
            ],
            key: keyPermissions.export,
            otherAccounts: true,
        },
    },
    "aurora-postgresql": {
        import: {
            bucket: ["s3:ListBucket"],
            objects: ["s3:GetObject"],
            key: keyPermissions.import,
            otherAccounts: true,
        },
        export: {
            bucket: [],
            objects: ["s3:AbortMultipartUpload", "s3:PutObject"],
            key: keyPermissions.export,
            // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html
            otherAccounts: false,
        },
    },
};
