import { everyBucket } from "../policy/arn";
import { matches, shown, type Rule } from "./check";

/** Names that are not, or cannot be, a general purpose bucket, each with what to write. */
const otherNames: { pattern: RegExp; reason: string }[] = [
    {
        pattern: /-s3alias$/,
        reason: "is the alias of an access point: write the name or ARN of the bucket behind it",
    },
    {
        pattern: /--ol-s3$/,
        reason: "is the alias of an Object Lambda access point: write the name or ARN of the bucket behind it",
    },
    {
        pattern: /\.mrap$/,
        reason: "is a Multi-Region access point: write the name or ARN of a bucket behind it",
    },
    {
        pattern: /--x-s3$/,
        reason: "is a directory bucket, which Aurora cannot use: write a general purpose bucket",
    },
    {
        pattern: /--table-s3$/,
        reason: "is a table bucket, which Aurora cannot use: write a general purpose bucket",
    },
    {
        pattern: /^https?:|\.s3([.-][a-z0-9.-]+)?\.amazonaws\.com(\.cn)?$/,
        reason: "is the address of a bucket: write its name or ARN",
    },
    {
        pattern: /^(xn--|sthree-|amzn-s3-demo-)/,
        reason: "starts with a prefix that S3 keeps for itself: write the name of your bucket",
    },
    { pattern: /\.\./, reason: "has two dots in a row, which no bucket has" },
    { pattern: /^\d+\.\d+\.\d+\.\d+$/, reason: "is an IP address, which no bucket is named after" },
];

const rules = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";
const bucketNames = `a bucket name has 3 to 63 lowercase letters, digits, dots and hyphens, and starts and ends with a letter or digit (${rules})`;

/** Buckets made in us-east-1 before 2018 may have capitals, underscores and up to 255 characters. */
const anyBucketName = /^[a-zA-Z0-9._-]{3,255}$/;
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const bucketArn = /^arn:aws[a-z-]*:s3:::([^:/]+)$/;

/** A bucket name, a bucket ARN, or `*`. */
export const bucket: Rule = (value) => {
    if (value === everyBucket) return undefined;
    if (value.startsWith("s3://"))
        return `${shown(value)} is an S3 URI: write the bucket's name or ARN, and what is behind it as objects`;
    const name = value.startsWith("arn:") ? bucketArn.exec(value)?.[1] : value;
    if (name === undefined) return arnMistake(value);
    const other = otherNames.find(({ pattern }) => pattern.test(name));
    if (other !== undefined) return `${shown(value)} ${other.reason}`;
    return bucketName.test(name) || isOldBucketName(name)
        ? undefined
        : `${shown(value)} is given, but ${bucketNames}`;
};

/** Whether only a bucket made before S3's rules of 2018 can have this name. */
export function isOldBucketName(name: string): boolean {
    return anyBucketName.test(name) && !bucketName.test(name) && (/[A-Z_]/.test(name) || name.length > 63);
}

function arnMistake(arn: string): string {
    const form = "write a bucket's name, or its ARN like arn:aws:s3:::my-bucket";
    if (/^arn:[^:]*:s3(-[a-z-]+)?:[^:]*:[^:]*:accesspoint/.test(arn))
        return `${shown(arn)} is an access point, which Aurora does not document to use: ${form}`;
    if (/^arn:[^:]*:s3:::[^/]+\//.test(arn))
        return `${shown(arn)} is the ARN of objects: ${form}, and what is behind it as objects`;
    return `${shown(arn)} is not the ARN of a bucket: ${form}`;
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html and the grammar of policy variables. */
const documentCharacters = /^[\t\n\r\u0020-\u00FF]*$/;

/** A key, or a pattern of keys with `*` and `?`. */
export const objectPattern: Rule = (value) => {
    if (value === "")
        return "an empty pattern is given: write a key like incoming/data.csv or a pattern like incoming/*";
    if (/^(s3:\/\/|arn:)/.test(value))
        return `${shown(value)} names a bucket: write only the key, like incoming/data.csv or incoming/*`;
    if (/\$\{(?![*?$]\})/.test(value))
        return `${shown(value)} holds \${, which starts a policy variable: write \${$}{ for the characters themselves`;
    const bytes = Buffer.byteLength(value.replace(/\$\{[*?$]\}/g, "$"));
    if (bytes > 1024) return `a pattern of ${bytes} bytes is given, but the longest key of S3 has 1024`;
    return matches(
        documentCharacters,
        "a policy holds only tab, line feed, carriage return and the characters U+0020 to U+00FF: write ? for each other character",
    )(value);
};
