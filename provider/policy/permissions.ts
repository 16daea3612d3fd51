/** The engine of a cluster, as named by Amazon RDS. */
export type Engine = "aurora-mysql" | "aurora-postgresql";

/** `import` loads data from Amazon S3 into the cluster. `export` writes data from the cluster to Amazon S3. */
export type Direction = "import" | "export";

/** The actions that one direction requires, by the type of resource that they apply to. */
export interface Permissions {
    /** The actions on the bucket. */
    readonly bucket: readonly string[];
    /** The actions on the objects. */
    readonly objects: readonly string[];
    /** The actions on the KMS key that encrypts the objects. */
    readonly key: readonly string[];
    /** Whether AWS supports buckets in other accounts. */
    readonly otherAccounts: boolean;
}

/** The actions on a KMS key that each direction requires. They are the same for every engine, because Amazon S3 uses the key. */
export const keyPermissions: Readonly<Record<Direction, readonly string[]>> = {
    import: ["kms:Decrypt"],
    // S3 reads the parts of a multipart upload back before it joins them: without kms:Decrypt small exports work
    // and large ones fail. https://repost.aws/knowledge-center/s3-multipart-kms-decrypt
    export: ["kms:Decrypt", "kms:GenerateDataKey"],
};

/**
 * The permissions that each engine requires for each direction.
 *
 * - Aurora MySQL imports with `LOAD DATA FROM S3` and `LOAD XML FROM S3`, and exports with `SELECT INTO OUTFILE S3`
 *   ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html)).
 * - Aurora PostgreSQL imports with `aws_s3.table_import_from_s3`
 *   ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html)), and
 *   exports with `aws_s3.query_export_to_s3`
 *   ([permissions](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html)).
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
