import { everyBucket } from "../policy/arn";
import type { Known } from "../values/known";
import { derived, quote, quoted, say, type Phrase, type Sentence } from "../values/message";
import { characters, type Rule, type Tell } from "../values/rule";
import { consoleAddress, hostIn, s3Endpoint } from "./addresses";
import { objectPattern } from "./objects";

const bucketRule = say`must be a bucket name or ARN`;
const ofBehind = say`Use the name or ARN of the bucket behind it.`;
const namingRules = say`Bucket names have 3 to 63 lowercase letters, digits, dots and hyphens, start and end with a letter or digit, have no two adjacent dots and are not formatted like IP addresses: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html`;

const directoryBuckets = say`Aurora cannot use directory buckets. Use a general purpose bucket.`;
const tableBuckets = say`Aurora cannot use table buckets. Use a general purpose bucket.`;
const outposts = say`AWS does not document S3 on Outposts for Aurora. Use a bucket in an AWS Region.`;
const nameOrArn = say`Use the name or ARN of the bucket.`;

/**
 * Names that are not, or cannot be, a general purpose bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const otherNames: { pattern: RegExp; what: Phrase; advice: Phrase }[] = [
    { pattern: /-s3alias$/, what: say`the access point alias`, advice: ofBehind },
    { pattern: /--ol-s3$/, what: say`the Object Lambda access point alias`, advice: ofBehind },
    // https://github.com/boto/botocore/blob/develop/botocore/data/s3/2006-03-01/endpoint-rule-set-1.json.gz
    { pattern: /--op-s3$/, what: say`the alias of an access point on Outposts`, advice: outposts },
    { pattern: /\.mrap$/, what: say`the Multi-Region Access Point alias`, advice: ofBehind },
    { pattern: /--x-s3$/, what: say`the directory bucket`, advice: directoryBuckets },
    { pattern: /--xa-s3$/, what: say`the access point of a directory bucket`, advice: directoryBuckets },
    { pattern: /--table-s3$/, what: say`the table bucket`, advice: tableBuckets },
    {
        pattern: /^(?:xn--|sthree-|amzn-s3-demo-)/,
        what: say`the reserved name`,
        advice: say`AWS reserves this prefix for its own use and its examples. Use the name of your bucket.`,
    },
    {
        // Not those from before S3's rules: https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
        pattern: /^(?!.+-\d{12}-[a-z][a-z0-9-]*-an$)[^A-Z_]*-an$/,
        what: say`the incomplete name`,
        advice: say`Names that end with -an end with the account and the Region of the bucket, for example, "raw-123456789012-us-east-1-an". Use the whole name of the bucket.`,
    },
];

/** Buckets created in us-east-1 before March 2018 can have uppercase letters, underscores and up to 255 characters. */
const anyBucketName = /^[a-zA-Z0-9._-]{3,255}$/;
const bucketName = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const bucketArn = /^arn:aws[a-z-]*:s3:::([^:/]+)$/;
const uri = /^s3[an]?(?:-[a-z0-9-]+)?:\/\/([^/]*)\/?(.*)$/is;
const longest = 300;

/** A bucket name, a bucket ARN, or `*`. */
export const bucket: Rule = (value) => {
    if (value === everyBucket) return undefined;
    if (uri.test(value)) return withKey(say`the S3 URI`, uri);
    if (value.length > longest) return (at) => ({ rule: bucketRule, received: characters(at) });
    const address = addressIn(value);
    if (address !== undefined) return received(address, nameOrArn);
    if (value.startsWith("arn:") && !bucketArn.test(value)) return otherArn(value);
    const name = bucketArn.exec(value)?.[1] ?? value;
    if (/[*?]/.test(name)) {
        return (at) => ({
            rule: bucketRule,
            received: quoted(at),
            advice: say`Wildcards in bucket names are not supported. Name each bucket, or set bucket to "*" for every bucket.`,
        });
    }
    const other = otherNames.find(({ pattern }) => pattern.test(name));
    if (other) return received(other.what, other.advice);
    if (bucketName.test(name) || isOldBucketName(name)) return undefined;
    if (value.includes("/")) return withKey(say`the path`, /^([^/]*)\/(.*)$/s);
    return (at) => ({ rule: bucketRule, received: quoted(at), advice: namingRules });
};

/** Where a bucket, or what people see of it, is in the web. */
function addressIn(value: string): Phrase | undefined {
    if (/^https?:/i.test(value)) return say`the URL`;
    if (!value.includes(".")) return undefined;
    const host = hostIn(value);
    const isEndpoint = s3Endpoint.test(host);
    if (!isEndpoint && !consoleAddress.test(host)) return undefined;
    if (host !== value) return say`the URL`;
    return isEndpoint ? say`the endpoint` : say`the address of the AWS console`;
}

/** Whether only a bucket created before S3's rules of 2018 can have this name. */
export function isOldBucketName(name: string): boolean {
    return (
        anyBucketName.test(name) &&
        !name.includes("..") &&
        !bucketName.test(name) &&
        (/[A-Z_]/.test(name) || name.length > 63)
    );
}

function otherArn(arn: string): Tell {
    if (/^arn:[^:]*:s3(?:-[a-z-]+)?:[^:]*:[^:]*:accesspoint/.test(arn)) {
        return received(
            say`the access point ARN`,
            say`AWS does not document access points for Aurora. Use the name or ARN of the bucket behind it.`,
        );
    }
    if (/^arn:[^:]*:s3express:[^:]*:[^:]*:accesspoint/.test(arn))
        return received(say`the access point of a directory bucket`, directoryBuckets);
    if (/^arn:[^:]*:s3-outposts:/.test(arn)) return received(say`the Outposts ARN`, outposts);
    if (/^arn:[^:]*:s3tables:/.test(arn)) return received(say`the table bucket`, tableBuckets);
    if (/^arn:[^:]*:s3express:/.test(arn)) return received(say`the directory bucket`, directoryBuckets);
    if (/^arn:[^:]*:s3:::[^/]+\//.test(arn)) return withKey(say`the object ARN`, /^([^/]*)\/(.*)$/s);
    return (at) => ({
        rule: bucketRule,
        received: say`the ARN ${quoted(at)}`,
        advice: say`The ARN of a bucket is, for example, "arn:aws:s3:::my-bucket".`,
    });
}

const received =
    (what: Phrase, advice: Phrase): Tell =>
    (at) => ({ rule: bucketRule, received: say`${what} ${quoted(at)}`, advice });

/** A bucket with a key behind it, which has a place of its own. */
function withKey(what: Phrase, parts: RegExp): Tell {
    return (at): Sentence => ({
        rule: bucketRule,
        received: say`${what} ${quoted(at)}`,
        advice: isBucket(at, parts) ? placed(at, parts) : nameOrArn,
    });
}

const partsOf = (at: Known, parts: RegExp) => parts.exec(at.string ?? "")?.slice(1) ?? [];

function isBucket(at: Known, parts: RegExp): boolean {
    const [name = ""] = partsOf(at, parts);
    return name !== everyBucket && bucket(name) === undefined;
}

function placed(at: Known, parts: RegExp): Phrase {
    const [name = "", key = ""] = partsOf(at, parts);
    const set = say`Set bucket to ${derived(at, () => quote(name))}`;
    if (key === "") return say`${set}.`;
    // A folder is likely meant by what has no ending.
    const pattern = /[*?.]/.test(key) ? key : `${key.replace(/\/$/, "")}/*`;
    if (pattern.length > 100 || objectPattern(pattern)) return say`${set} and objects to what follows it.`;
    return say`${set} and objects to [${derived(at, () => quote(pattern))}].`;
}
