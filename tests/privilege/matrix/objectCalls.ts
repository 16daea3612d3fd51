import type { Call } from "./call";

// The bucket has no versions: what is asked of one is judged before it is missed.
const version = { VersionId: "null" };
const tags = { Tagging: { TagSet: [{ Key: "team", Value: "sales" }] } };
const attributes = { ObjectAttributes: ["ETag"] };
/**
 * Every call about an object that the emulated S3 answers, with the action that AWS judges it by. SelectObjectContent is not among them: it
 * needs a parser that is not installed.
 */
export const objectCalls: readonly Call[] = [
    ["s3:DeleteObjectTagging", "DeleteObjectTagging"],
    ["s3:DeleteObjectVersionTagging", "DeleteObjectTagging", version],
    ["s3:GetObject", "GetObject"],
    ["s3:GetObject", "HeadObject"],
    ["s3:GetObjectAcl", "GetObjectAcl"],
    ["s3:GetObjectAttributes", "GetObjectAttributes", attributes],
    ["s3:GetObjectLegalHold", "GetObjectLegalHold"],
    ["s3:GetObjectRetention", "GetObjectRetention"],
    ["s3:GetObjectTagging", "GetObjectTagging"],
    ["s3:GetObjectTorrent", "GetObjectTorrent"],
    ["s3:GetObjectVersion", "GetObject", version],
    ["s3:GetObjectVersion", "HeadObject", version],
    ["s3:GetObjectVersionAcl", "GetObjectAcl", version],
    ["s3:GetObjectVersionAttributes", "GetObjectAttributes", { ...attributes, ...version }],
    ["s3:GetObjectVersionTagging", "GetObjectTagging", version],
    ["s3:ListMultipartUploadParts", "ListParts"],
    ["s3:PutObject", "PutObject", { Body: "text" }],
    ["s3:PutObject", "CreateMultipartUpload"],
    ["s3:PutObject", "UploadPart", { PartNumber: 1, Body: "text" }],
    [
        "s3:PutObject",
        "CompleteMultipartUpload",
        { MultipartUpload: { Parts: [{ PartNumber: 1, ETag: "none" }] } },
    ],
    ["s3:PutObjectAcl", "PutObjectAcl", { ACL: "private" }],
    ["s3:PutObjectLegalHold", "PutObjectLegalHold", { LegalHold: { Status: "OFF" } }],
    ["s3:PutObjectRetention", "PutObjectRetention", { Retention: { Mode: "GOVERNANCE" } }],
    ["s3:PutObjectTagging", "PutObjectTagging", tags],
    ["s3:PutObjectVersionAcl", "PutObjectAcl", { ACL: "private", ...version }],
    ["s3:PutObjectVersionTagging", "PutObjectTagging", { ...tags, ...version }],
    ["s3:RestoreObject", "RestoreObject", { RestoreRequest: { Days: 1 } }],
    // Last, as the others need the upload and the object.
    ["s3:AbortMultipartUpload", "AbortMultipartUpload"],
    ["s3:DeleteObjectVersion", "DeleteObject", version],
    ["s3:DeleteObject", "DeleteObject"],
];
