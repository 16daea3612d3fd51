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

const directory = "Aurora cannot use directory buckets. Use a general purpose bucket.";
const table = "Aurora cannot use table buckets. Use a general purpose bucket.";
const outposts = "AWS does not document S3 on Outposts for Aurora. Use a bucket in an AWS Region.";
const reserved = "AWS reserves this prefix for its own use and its examples. Use the name of your bucket.";
const wholeName =
    'Names that end with -an end with the account and the Region of the bucket, for example, "raw-123456789012-us-east-1-an". Use the whole name of the bucket.';

/** What is not, or cannot be, a general purpose bucket, and what to do instead. */
const others: [bucket: string, what: string, advice: string][] = [
    ["raw-abc123-s3alias", "the access point alias", behind],
    ["raw--ol-s3", "the Object Lambda access point alias", behind],
    [
        "raw-o0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3",
        "the alias of an access point on Outposts",
        outposts,
    ],
    ["mfzwi23gnjvgw.mrap", "the Multi-Region Access Point alias", behind],
    ["raw--use1-az4--x-s3", "the directory bucket", directory],
    ["raw--usw2-az1--xa-s3", "the access point of a directory bucket", directory],
    ["raw--table-s3", "the table bucket", table],
    ["xn--raw", "the reserved name", reserved],
    ["sthree-raw", "the reserved name", reserved],
    ["sthree-configurator-raw", "the reserved name", reserved],
    ["amzn-s3-demo-bucket", "the reserved name", reserved],
    ["amzn-s3-demo-bucket-111122223333-us-west-2-an", "the reserved name", reserved],
    ["raw-an", "the incomplete name", wholeName],
    ["raw-123456789012-an", "the incomplete name", wholeName],
    ["raw-us-east-1-an", "the incomplete name", wholeName],
    ["raw-12345678901-us-east-1-an", "the incomplete name", wholeName],
    ["123456789012-us-east-1-an", "the incomplete name", wholeName],
    [
        "arn:aws:s3express:us-west-2:123456789012:bucket/raw--usw2-az1--x-s3",
        "the directory bucket",
        directory,
    ],
    [
        "arn:aws:s3express:us-west-2:123456789012:accesspoint/raw--usw2-az1--xa-s3",
        "the access point of a directory bucket",
        directory,
    ],
    [
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01ac5d28a6a232904/bucket/raw",
        "the Outposts ARN",
        outposts,
    ],
    [
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01ac5d28a6a232904/accesspoint/raw",
        "the Outposts ARN",
        outposts,
    ],
    ["arn:aws:s3tables:us-east-1:123456789012:bucket/raw", "the table bucket", table],
    [
        "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/raw",
        "the access point ARN",
        `AWS does not document access points for Aurora. ${behind}`,
    ],
];

const addresses: [what: string, ...addresses: string[]][] = [
    [
        "the endpoint",
        "raw.s3.amazonaws.com",
        "raw.s3.eu-west-1.amazonaws.com",
        "s3.eu-west-1.amazonaws.com",
        "raw.s3-eu-west-1.amazonaws.com",
        "raw.s3.dualstack.eu-west-1.amazonaws.com",
        "raw.s3-fips.us-gov-west-1.amazonaws.com",
        "raw.s3-fips.dualstack.us-east-1.amazonaws.com",
        "raw.s3-accelerate.amazonaws.com",
        "raw.s3-accelerate.dualstack.amazonaws.com",
        "raw.s3-website-us-east-1.amazonaws.com",
        "raw.s3-website.eu-central-1.amazonaws.com",
        "raw-123456789012.s3-accesspoint.us-east-1.amazonaws.com",
        "mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com",
        "raw--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com",
        "raw.s3.eu-west-1.amazonaws.com:443",
        "Raw.S3.Amazonaws.com",
        "raw.s3.cn-north-1.amazonaws.com.cn",
        "raw.s3.eusc-de-east-1.amazonaws.eu",
        "raw.s3.dualstack.eusc-de-east-1.amazonaws.eu",
        "raw.s3.us-iso-east-1.c2s.ic.gov",
        "raw.s3.us-isob-east-1.sc2s.sgov.gov",
        "raw.s3.eu-isoe-west-1.cloud.adc-e.uk",
        "raw.s3.us-isof-south-1.csp.hci.ic.gov",
    ],
    [
        "the URL",
        "https://example.com/raw",
        "HTTPS://raw.s3.amazonaws.com",
        "https://s3.console.aws.amazon.com/s3/buckets/raw?region=us-east-1",
        "s3.us-east-1.amazonaws.com/raw",
        "s3.eusc-de-east-1.amazonaws.eu/raw/in",
        "raw.s3.us-isof-south-1.csp.hci.ic.gov/in",
        "s3.console.aws.amazon.com/s3/buckets/raw",
        "eusc-de-east-1.console.amazonaws-eusc.eu/s3/buckets/raw",
        "console.amazonaws.cn/s3/buckets/raw",
        "us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/raw",
    ],
    ["the address of the AWS console", "s3.console.aws.amazon.com", "console.amazonaws-us-gov.com"],
];

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
    ...others.flatMap(([bucket, what, advice]) =>
        (bucket.startsWith("arn:") ? [bucket] : [bucket, `arn:aws:s3:::${bucket}`]).map((given): Mistake => [
            location(given),
            "importFrom[0].bucket",
            `${bucketRule} ${what} "${given}". ${advice}`,
        ]),
    ),
    ...addresses.flatMap(([what, ...given]) =>
        given.map((address): Mistake => [
            location(address),
            "importFrom[0].bucket",
            `${bucketRule} ${what} "${address}". ${useBucket}`,
        ]),
    ),
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
