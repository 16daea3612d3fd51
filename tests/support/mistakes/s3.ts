import { location } from "./given";
import type { Mistake } from "./mistake";

const bucketRule = "must be a bucket name or ARN, but received";
const namingRules =
    "Bucket names have 3 to 63 lowercase letters, digits, dots and hyphens, start and end with a letter or digit, " +
    "have no two adjacent dots and are not formatted like IP addresses: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";
const behind = "Use the name or ARN of the bucket behind it.";
const useBucket = "Use the name or ARN of the bucket.";
const ofBucket = 'The ARN of a bucket is, for example, "arn:aws:s3:::my-bucket".';
const keyRule = "must be an object key or a pattern of keys, but received";
const keyExample = 'for example, "incoming/data.csv" or "incoming/*".';

/** Buckets and objects. */
export const s3: Mistake[] = [
    [location("my bucket"), "importFrom[0].bucket", `${bucketRule} "my bucket". ${namingRules}`],
    [location("ab"), "importFrom[0].bucket", `${bucketRule} "ab". ${namingRules}`],
    [location(""), "importFrom[0].bucket", `${bucketRule} "". ${namingRules}`],
    [location("-raw"), "importFrom[0].bucket", `${bucketRule} "-raw". ${namingRules}`],
    [
        location("raw/incoming"),
        "importFrom[0].bucket",
        `${bucketRule} the path "raw/incoming". Set bucket to "raw" and objects to ["incoming/*"].`,
    ],
    [location("a..b"), "importFrom[0].bucket", `${bucketRule} "a..b". ${namingRules}`],
    [location("10.0.0.1"), "importFrom[0].bucket", `${bucketRule} "10.0.0.1". ${namingRules}`],
    [
        location("amzn-s3-demo-bucket"),
        "importFrom[0].bucket",
        `${bucketRule} the reserved name "amzn-s3-demo-bucket". AWS reserves this prefix for its own use and its examples. Use the name of your bucket.`,
    ],
    [
        location("raw--ol-s3"),
        "importFrom[0].bucket",
        `${bucketRule} the Object Lambda access point alias "raw--ol-s3". ${behind}`,
    ],
    [
        location("raw--use1-az4--x-s3"),
        "importFrom[0].bucket",
        `${bucketRule} the directory bucket "raw--use1-az4--x-s3". Aurora cannot use directory buckets. Use a general purpose bucket.`,
    ],
    ...[
        "raw.s3.amazonaws.com",
        "raw.s3.eu-west-1.amazonaws.com",
        "raw.s3-website-us-east-1.amazonaws.com",
        "raw.s3.cn-north-1.amazonaws.com.cn",
    ].map((endpoint): Mistake => [
        location(endpoint),
        "importFrom[0].bucket",
        `${bucketRule} the endpoint "${endpoint}". ${useBucket}`,
    ]),
    [
        location("https://example.com/raw"),
        "importFrom[0].bucket",
        `${bucketRule} the URL "https://example.com/raw". ${useBucket}`,
    ],
    [
        location("s3://raw/incoming"),
        "importFrom[0].bucket",
        `${bucketRule} the S3 URI "s3://raw/incoming". Set bucket to "raw" and objects to ["incoming/*"].`,
    ],
    [
        location("s3://raw"),
        "importFrom[0].bucket",
        `${bucketRule} the S3 URI "s3://raw". Set bucket to "raw".`,
    ],
    [
        location("s3://my bucket/a"),
        "importFrom[0].bucket",
        `${bucketRule} the S3 URI "s3://my bucket/a". ${useBucket}`,
    ],
    [location("/raw/in"), "importFrom[0].bucket", `${bucketRule} the path "/raw/in". ${useBucket}`],
    [
        location("arn:aws:s3:::my bucket/a"),
        "importFrom[0].bucket",
        `${bucketRule} the object ARN "arn:aws:s3:::my bucket/a". ${useBucket}`,
    ],
    [
        location("arn:aws:s3:::raw/*"),
        "importFrom[0].bucket",
        `${bucketRule} the object ARN "arn:aws:s3:::raw/*". Set bucket to "arn:aws:s3:::raw" and objects to ["*"].`,
    ],
    [
        location("arn:aws:s3:us-east-1:123456789012:accesspoint/raw"),
        "importFrom[0].bucket",
        `${bucketRule} the access point ARN "arn:aws:s3:us-east-1:123456789012:accesspoint/raw". AWS does not document access points for Aurora. ${behind}`,
    ],
    [
        location("arn:aws:sqs:us-east-1:123456789012:raw"),
        "importFrom[0].bucket",
        `${bucketRule} the ARN "arn:aws:sqs:us-east-1:123456789012:raw". ${ofBucket}`,
    ],
    [
        location("raw", { objects: [""] }),
        "importFrom[0].objects[0]",
        `${keyRule} an empty string. Use, ${keyExample}`,
    ],
    [
        location("raw", { objects: ["a/*", "s3://raw/b/*"] }),
        "importFrom[0].objects[1]",
        `${keyRule} "s3://raw/b/*". Leave the bucket out: write only the key, ${keyExample}`,
    ],
    [
        location("raw", { objects: ["${aws:username}/*"] }),
        "importFrom[0].objects[0]",
        'cannot contain ${, which starts a policy variable, but received "${aws:username}/*". To match these characters literally, write ${$}{.',
    ],
    [
        location("raw", { objects: ["売上/*"] }),
        "importFrom[0].objects[0]",
        'must contain only characters that IAM policies allow (tab, line feed, carriage return, U+0020 to U+00FF), but received "売上/*". Replace each other character with ?.',
    ],
    [
        location("raw", { objects: ["a".repeat(1025)] }),
        "importFrom[0].objects[0]",
        "must be at most 1024 bytes long, the limit for S3 object keys, but received 1025 bytes.",
    ],
    [
        location("*", { objects: ["incoming/*"] }),
        "importFrom[0].objects",
        "cannot be set for this bucket, which is every bucket. In IAM, * also matches slashes, so the policy would grant more than these objects. Remove objects, or name the buckets.",
    ],
    [
        { predefinedPolicy: "AmazonS3WriteAccess" },
        "predefinedPolicy",
        'must be "AmazonS3ReadOnlyAccess" or "AmazonS3FullAccess", but received "AmazonS3WriteAccess".',
    ],
];
