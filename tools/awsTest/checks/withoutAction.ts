import type { Engine } from "./check";

/** A statement that is tried again while the bucket policy denies one action of those that the role has. */
export interface WithoutAction {
    engine: Engine;
    action: string;
    on: "bucket" | "objects";
    /** The title of the check. */
    title: string;
}

/** Granted as AWS documents it. Whether Aurora calls it, AWS does not say. */
export const withoutAction: WithoutAction[] = [
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "LOAD DATA FROM S3 FILE" },
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "LOAD DATA FROM S3 PREFIX" },
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "LOAD DATA FROM S3 MANIFEST" },
    { engine: "mysql", action: "s3:GetObjectVersion", on: "objects", title: "LOAD DATA FROM S3 FILE" },
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "SELECT INTO OUTFILE S3, OVERWRITE ON" },
    { engine: "mysql", action: "s3:DeleteObject", on: "objects", title: "SELECT INTO OUTFILE S3, OVERWRITE ON" },
    { engine: "mysql", action: "s3:GetObject", on: "objects", title: "SELECT INTO OUTFILE S3, OVERWRITE ON" },
    { engine: "mysql", action: "s3:ListMultipartUploadParts", on: "objects", title: "SELECT INTO OUTFILE S3, large" },
    { engine: "postgresql", action: "s3:ListBucket", on: "bucket", title: "aws_s3.table_import_from_s3" },
];
