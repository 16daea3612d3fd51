const aurora = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const s3 = "https://docs.aws.amazon.com/AmazonS3/latest";

/** The pages of the AWS documentation that the replay relies on. */
export const sources = {
    load: { title: "Loading data", url: `${aurora}/AuroraMySQL.Integrating.LoadFromS3.html` },
    save: { title: "Saving data", url: `${aurora}/AuroraMySQL.Integrating.SaveIntoS3.html` },
    mysqlPolicy: {
        title: "IAM policy for Aurora MySQL",
        url: `${aurora}/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html`,
    },
    postgresqlImport: {
        title: "Importing data",
        url: `${aurora}/USER_PostgreSQL.S3Import.html`,
    },
    postgresqlImportRole: {
        title: "IAM role for imports",
        url: `${aurora}/USER_PostgreSQL.S3Import.ARNRole.html`,
    },
    postgresqlExport: { title: "Exporting data", url: `${aurora}/postgresql-s3-export.html` },
    postgresqlExportPolicy: {
        title: "IAM policy for exports",
        url: `${aurora}/postgresql-s3-export-access-bucket.html`,
    },
    encryption: { title: "SSE-KMS", url: `${s3}/userguide/UsingKMSEncryption.html` },
    getObject: { title: "GetObject", url: `${s3}/API/API_GetObject.html` },
    headObject: { title: "HeadObject", url: `${s3}/API/API_HeadObject.html` },
    listObjects: { title: "ListObjectsV2", url: `${s3}/API/API_ListObjectsV2.html` },
    putObject: { title: "PutObject", url: `${s3}/API/API_PutObject.html` },
    deleteObject: { title: "DeleteObject", url: `${s3}/API/API_DeleteObject.html` },
    multipart: { title: "multipart upload", url: `${s3}/userguide/mpuoverview.html#mpuAndPermissions` },
} as const;

export type Source = keyof typeof sources;
