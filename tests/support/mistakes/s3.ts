import { importFrom, location } from "./given";
import type { Mistake } from "./mistake";

const bucketForm = "write a bucket's name, or its ARN like arn:aws:s3:::my-bucket";
const bucketNames =
    "a bucket name has 3 to 63 lowercase letters, digits, dots and hyphens, and starts and ends with a letter or " +
    "digit (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html)";
const documentCharacters =
    "a policy holds only tab, line feed, carriage return and the characters U+0020 to U+00FF: write ? for each other character";

/** Buckets and objects. */
export const s3: Mistake[] = [
    [location("my bucket"), "importFrom[0].bucket", `"my bucket" is given, but ${bucketNames}`],
    [location("ab"), "importFrom[0].bucket", `"ab" is given, but ${bucketNames}`],
    [location(""), "importFrom[0].bucket", `"" is given, but ${bucketNames}`],
    [location("-raw"), "importFrom[0].bucket", `"-raw" is given, but ${bucketNames}`],
    [location("raw/incoming"), "importFrom[0].bucket", `"raw/incoming" is given, but ${bucketNames}`],
    [location("a..b"), "importFrom[0].bucket", '"a..b" has two dots in a row, which no bucket has'],
    [
        location("10.0.0.1"),
        "importFrom[0].bucket",
        '"10.0.0.1" is an IP address, which no bucket is named after',
    ],
    [
        location("amzn-s3-demo-bucket"),
        "importFrom[0].bucket",
        '"amzn-s3-demo-bucket" starts with a prefix that S3 keeps for itself: write the name of your bucket',
    ],
    [
        location("raw--ol-s3"),
        "importFrom[0].bucket",
        '"raw--ol-s3" is the alias of an Object Lambda access point: write the name or ARN of the bucket behind it',
    ],
    [
        location("raw--use1-az4--x-s3"),
        "importFrom[0].bucket",
        '"raw--use1-az4--x-s3" is a directory bucket, which Aurora cannot use: write a general purpose bucket',
    ],
    ...[
        "raw.s3.amazonaws.com",
        "raw.s3.eu-west-1.amazonaws.com",
        "raw.s3-website-us-east-1.amazonaws.com",
        "raw.s3.cn-north-1.amazonaws.com.cn",
        "https://example.com/raw",
    ].map((address): Mistake => [
        location(address),
        "importFrom[0].bucket",
        `"${address}" is the address of a bucket: write its name or ARN`,
    ]),
    [
        location("s3://raw/incoming"),
        "importFrom[0].bucket",
        `"s3://raw/incoming" is an S3 URI: write the bucket's name or ARN, and what is behind it as objects`,
    ],
    [
        location("arn:aws:s3:::raw/*"),
        "importFrom[0].bucket",
        `"arn:aws:s3:::raw/*" is the ARN of objects: ${bucketForm}, and what is behind it as objects`,
    ],
    [
        location("arn:aws:s3:us-east-1:123456789012:accesspoint/raw"),
        "importFrom[0].bucket",
        `"arn:aws:s3:us-east-1:123456789012:accesspoint/raw" is an access point, which Aurora does not document to use: ${bucketForm}`,
    ],
    [
        location("arn:aws:sqs:us-east-1:123456789012:raw"),
        "importFrom[0].bucket",
        `"arn:aws:sqs:us-east-1:123456789012:raw" is not the ARN of a bucket: ${bucketForm}`,
    ],
    [
        location("raw", { objects: [""] }),
        "importFrom[0].objects[0]",
        "an empty pattern is given: write a key like incoming/data.csv or a pattern like incoming/*",
    ],
    [
        location("raw", { objects: ["a/*", "s3://raw/b/*"] }),
        "importFrom[0].objects[1]",
        '"s3://raw/b/*" names a bucket: write only the key, like incoming/data.csv or incoming/*',
    ],
    [
        location("raw", { objects: ["${aws:username}/*"] }),
        "importFrom[0].objects[0]",
        '"${aws:username}/*" holds ${, which starts a policy variable: write ${$}{ for the characters themselves',
    ],
    [
        location("raw", { objects: ["売上/*"] }),
        "importFrom[0].objects[0]",
        `"売上/*" is given, but ${documentCharacters}`,
    ],
    [
        location("raw", { objects: ["a".repeat(1025)] }),
        "importFrom[0].objects[0]",
        "a pattern of 1025 bytes is given, but the longest key of S3 has 1024",
    ],
    [
        location("*", { objects: ["incoming/*"] }),
        "importFrom[0].objects",
        "is given for every bucket, but IAM would grant more than these objects: leave it out, or name the buckets",
    ],
    [
        {
            importFrom,
            predefinedPolicy: undefined,
            exportTo: [{ bucket: "arn:aws-cn:s3:::a-b" }],
            kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/a" }],
        },
        "kmsKeys[0].keyArn",
        '"arn:aws:kms:us-east-1:123456789012:key/a" is in the partition aws, but exportTo[0].bucket is in aws-cn: a role reaches one partition only',
    ],
    [
        { predefinedPolicy: "AmazonS3WriteAccess" },
        "predefinedPolicy",
        '"AmazonS3WriteAccess" is given, but only AmazonS3ReadOnlyAccess and AmazonS3FullAccess are known',
    ],
];
