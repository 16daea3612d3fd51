import type { Direction } from "../../../provider/policy/permissions";
import type { Bucket, FeatureName } from "./features";
import { placeNames, type Place } from "./places";

/** A role, the location that its calls are about, and what it is allowed where: nothing in a place that is not listed. */
export interface Row {
    readonly feature: FeatureName;
    /** What tells the rows of a feature apart. */
    readonly about?: string;
    /** The direction of the role, on Aurora PostgreSQL. */
    readonly role?: Direction;
    readonly bucket: Bucket;
    readonly object: string;
    /** A near miss. Undefined if every object of the bucket is in scope. */
    readonly outside?: string;
    /** Actions by their names in the documents of AWS. Only those of AWS managed policies have wildcards. */
    readonly allowed: Partial<Record<Place, readonly string[]>>;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html */
const load = { bucket: ["s3:ListBucket"], object: ["s3:GetObject", "s3:GetObjectVersion"] };
const outfile = {
    bucket: ["s3:ListBucket"],
    object: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
    ],
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html */
const postgresqlImport = { bucket: ["s3:ListBucket"], object: ["s3:GetObject"] };

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html */
const postgresqlExport = { object: ["s3:AbortMultipartUpload", "s3:PutObject"] };

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html, and for Decrypt of what is
 * written https://repost.aws/knowledge-center/s3-large-file-encryption-kms-key */
const read = { key: ["kms:Decrypt"] };
const write = { key: ["kms:Decrypt", "kms:GenerateDataKey"] };

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3ReadOnlyAccess.html */
const readOnly = ["s3:Get*", "s3:List*", "s3:Describe*"];
/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3FullAccess.html */
const full = ["s3:*"];

const everywhere = (actions: readonly string[]) => ({
    bucket: actions,
    object: actions,
    otherBucket: actions,
    otherObject: actions,
    account: actions,
});
const inEveryBucket = ({ bucket, object }: typeof load) => ({
    bucket,
    object,
    otherBucket: bucket,
    otherObject: object,
});

const folder = { bucket: "raw", object: "incoming/orders.csv", outside: "incoming-old/orders.csv" } as const;
const daily = { bucket: "reports", object: "daily/sales.part_00000", outside: "daily2/sales" } as const;
const whole = { bucket: "raw", object: "incoming/orders.csv" } as const;

export const rows: readonly Row[] = [
    { feature: "load", ...folder, allowed: { ...load, ...read } },
    { feature: "outfile", ...daily, allowed: { ...outfile, ...write } },
    { feature: "both", about: "where it imports", ...folder, allowed: { ...load, ...read } },
    { feature: "both", about: "where it exports", ...daily, allowed: { ...outfile, ...write } },
    { feature: "postgresqlImport", role: "import", ...folder, allowed: { ...postgresqlImport, ...read } },
    { feature: "postgresqlExport", role: "export", ...daily, allowed: { ...postgresqlExport, ...write } },
    {
        feature: "postgresqlBoth",
        about: "role for import, where it imports",
        role: "import",
        ...folder,
        allowed: { ...postgresqlImport, ...read },
    },
    {
        feature: "postgresqlBoth",
        about: "role for import, where the other exports",
        role: "import",
        ...daily,
        allowed: {},
    },
    {
        feature: "postgresqlBoth",
        about: "role for export, where it exports",
        role: "export",
        ...daily,
        allowed: { ...postgresqlExport, ...write },
    },
    {
        feature: "postgresqlBoth",
        about: "role for export, where the other imports",
        role: "export",
        ...folder,
        allowed: {},
    },
    { feature: "keys", about: "a key for import", ...folder, allowed: read },
    { feature: "keys", about: "a key with `forExport`", ...daily, allowed: write },
    { feature: "wholeBucket", ...whole, allowed: load },
    {
        feature: "prefix",
        bucket: "raw",
        object: "incoming/2026-11.csv",
        outside: "incoming/2025-11.csv",
        allowed: load,
    },
    {
        feature: "singleObject",
        bucket: "raw",
        object: "incoming/orders.csv",
        outside: "incoming/orders.csv.bak",
        allowed: load,
    },
    {
        feature: "singleExport",
        bucket: "reports",
        object: "daily/sales.part_00000",
        outside: "daily/sales.part_00001",
        allowed: outfile,
    },
    {
        feature: "twoBuckets",
        ...folder,
        allowed: { ...inEveryBucket(load), ...read, otherKey: read.key },
    },
    { feature: "everyBucket", ...whole, allowed: inEveryBucket(load) },
    { feature: "exportToEveryBucket", ...whole, allowed: inEveryBucket(outfile) },
    { feature: "readOnly", ...whole, allowed: everywhere(readOnly) },
    // Last: it may change all that the others are tried on.
    { feature: "fullAccess", ...whole, allowed: everywhere(full) },
];

/** The places that a row has. */
export const placesOf = (row: Row): Place[] =>
    placeNames.filter((place) => place !== "outside" || row.outside !== undefined);

/** Whether AWS's documents say that the role may do this there. */
export function isExpected({ allowed }: Row, place: Place, action: string): boolean {
    return (allowed[place] ?? []).some((each) =>
        each.endsWith("*") ? action.startsWith(each.slice(0, -1)) : action === each,
    );
}
