import type { Call } from "./call";

const inventory = {
    Id: "weekly",
    IsEnabled: false,
    IncludedObjectVersions: "Current",
    Schedule: { Frequency: "Weekly" },
    Destination: { S3BucketDestination: { Bucket: "arn:aws:s3:::sales-raw", Format: "CSV" } },
};
const replication = { Role: "arn:aws:iam::123456789012:role/r", Rules: [] };
const encryption = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] };
const lifecycle = {
    Rules: [{ ID: "old", Status: "Disabled", Filter: { Prefix: "old" }, Expiration: { Days: 1 } }],
};
const cors = { CORSRules: [{ AllowedMethods: ["GET"], AllowedOrigins: ["https://example.com"] }] };
const website = { IndexDocument: { Suffix: "index.html" } };
const ownership = { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] };

/** Every call about a bucket that the emulated S3 answers, with the action that AWS judges it by. */
export const bucketCalls: readonly Call[] = [
    ["s3:CreateBucket", "CreateBucket"],
    // No bucket is empty.
    ["s3:DeleteBucket", "DeleteBucket"],
    ["s3:DeleteBucketPolicy", "DeleteBucketPolicy"],
    ["s3:DeleteBucketWebsite", "DeleteBucketWebsite"],
    ["s3:GetAccelerateConfiguration", "GetBucketAccelerateConfiguration"],
    ["s3:GetBucketAcl", "GetBucketAcl"],
    ["s3:GetBucketCORS", "GetBucketCors"],
    ["s3:GetBucketLocation", "GetBucketLocation"],
    ["s3:GetBucketLogging", "GetBucketLogging"],
    ["s3:GetBucketNotification", "GetBucketNotificationConfiguration"],
    ["s3:GetBucketObjectLockConfiguration", "GetObjectLockConfiguration"],
    ["s3:GetBucketOwnershipControls", "GetBucketOwnershipControls"],
    ["s3:GetBucketPolicy", "GetBucketPolicy"],
    ["s3:GetBucketPolicyStatus", "GetBucketPolicyStatus"],
    ["s3:GetBucketPublicAccessBlock", "GetPublicAccessBlock"],
    ["s3:GetBucketTagging", "GetBucketTagging"],
    ["s3:GetBucketVersioning", "GetBucketVersioning"],
    ["s3:GetBucketWebsite", "GetBucketWebsite"],
    ["s3:GetEncryptionConfiguration", "GetBucketEncryption"],
    ["s3:GetInventoryConfiguration", "GetBucketInventoryConfiguration", { Id: "weekly" }],
    ["s3:GetInventoryConfiguration", "ListBucketInventoryConfigurations"],
    ["s3:GetLifecycleConfiguration", "GetBucketLifecycleConfiguration"],
    ["s3:GetReplicationConfiguration", "GetBucketReplication"],
    ["s3:ListBucket", "HeadBucket"],
    ["s3:ListBucket", "ListObjects"],
    ["s3:ListBucket", "ListObjectsV2"],
    ["s3:ListBucketMultipartUploads", "ListMultipartUploads"],
    ["s3:ListBucketVersions", "ListObjectVersions"],
    [
        "s3:PutAccelerateConfiguration",
        "PutBucketAccelerateConfiguration",
        { AccelerateConfiguration: { Status: "Suspended" } },
    ],
    ["s3:PutBucketAcl", "PutBucketAcl", { ACL: "private" }],
    ["s3:PutBucketCORS", "PutBucketCors", { CORSConfiguration: cors }],
    ["s3:PutBucketCORS", "DeleteBucketCors"],
    ["s3:PutBucketLogging", "PutBucketLogging", { BucketLoggingStatus: {} }],
    ["s3:PutBucketNotification", "PutBucketNotificationConfiguration", { NotificationConfiguration: {} }],
    [
        "s3:PutBucketObjectLockConfiguration",
        "PutObjectLockConfiguration",
        { ObjectLockConfiguration: { ObjectLockEnabled: "Enabled" } },
    ],
    ["s3:PutBucketOwnershipControls", "PutBucketOwnershipControls", { OwnershipControls: ownership }],
    ["s3:PutBucketOwnershipControls", "DeleteBucketOwnershipControls"],
    // Malformed: it would decide about the calls after it.
    ["s3:PutBucketPolicy", "PutBucketPolicy", { Policy: "none" }],
    ["s3:PutBucketPublicAccessBlock", "PutPublicAccessBlock", { PublicAccessBlockConfiguration: {} }],
    ["s3:PutBucketPublicAccessBlock", "DeletePublicAccessBlock"],
    ["s3:PutBucketTagging", "PutBucketTagging", { Tagging: { TagSet: [{ Key: "team", Value: "sales" }] } }],
    ["s3:PutBucketTagging", "DeleteBucketTagging"],
    ["s3:PutBucketVersioning", "PutBucketVersioning", { VersioningConfiguration: { Status: "Suspended" } }],
    ["s3:PutBucketWebsite", "PutBucketWebsite", { WebsiteConfiguration: website }],
    [
        "s3:PutEncryptionConfiguration",
        "PutBucketEncryption",
        { ServerSideEncryptionConfiguration: encryption },
    ],
    ["s3:PutEncryptionConfiguration", "DeleteBucketEncryption"],
    [
        "s3:PutInventoryConfiguration",
        "PutBucketInventoryConfiguration",
        { Id: "weekly", InventoryConfiguration: inventory },
    ],
    [
        "s3:PutLifecycleConfiguration",
        "PutBucketLifecycleConfiguration",
        { LifecycleConfiguration: lifecycle },
    ],
    ["s3:PutLifecycleConfiguration", "DeleteBucketLifecycle"],
    ["s3:PutReplicationConfiguration", "PutBucketReplication", { ReplicationConfiguration: replication }],
    ["s3:PutReplicationConfiguration", "DeleteBucketReplication"],
];

/** The calls to S3 about no bucket. */
export const accountCalls: readonly Call[] = [["s3:ListAllMyBuckets", "ListBuckets"]];
