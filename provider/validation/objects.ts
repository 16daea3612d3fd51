import { everyBucket } from "../policy/arn";
import type { Known } from "../values/known";
import { derived, fact, quoted, say, unlessSecret, type Report } from "../values/message";
import { matches, type Rule } from "../values/rule";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html and the grammar of policy variables. */
const documentCharacters = /^[\t\n\r\u0020-\u00FF]*$/;

/** In bytes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const longestKey = 1024;

const patternRule = say`must be an object key or a pattern of keys`;
const patternExample = say`for example, "incoming/data.csv" or "incoming/*"`;
const inDocument = matches(
    documentCharacters,
    say`must contain only characters that IAM policies allow (tab, line feed, carriage return, U+0020 to U+00FF)`,
    say`Replace each other character with ?.`,
);

/** A key, or a pattern of keys with `*` and `?`. */
export const objectPattern: Rule = (value) => {
    if (value === "") {
        return () => ({
            rule: patternRule,
            received: say`an empty string`,
            advice: say`Use, ${patternExample}.`,
        });
    }
    if (/^(?:s3[an]?(?:-[a-z0-9-]+)?:\/\/|arn:)/i.test(value)) {
        return (at) => ({
            rule: patternRule,
            received: quoted(at),
            advice: say`Leave the bucket out: write only the key, ${patternExample}.`,
        });
    }
    if (/\$\{(?![*?$]\})/.test(value)) {
        return (at) => ({
            rule: say`cannot contain \${, which starts a policy variable`,
            received: quoted(at),
            advice: say`To match these characters literally, write \${$}{.`,
        });
    }
    const bytes = Buffer.byteLength(value.replace(/\$\{[*?$]\}/g, "$"));
    if (bytes > longestKey) {
        return (at) => ({
            rule: say`must be at most ${fact(longestKey)} bytes long, the limit for S3 object keys`,
            received: derived(at, () => `${bytes} bytes`),
        });
    }
    return inDocument(value);
};

/** IAM's `*` goes across slashes: with `*` as the bucket, incoming/* would also reach bucket/any/incoming/. */
export function objectsOfEveryBucket(location: Known, report: Report): void {
    const objects = location.field("objects");
    const every = location.field("bucket");
    if (objects === undefined || every?.string !== everyBucket) return;
    report(objects, () => ({
        rule: say`cannot be set for this bucket${unlessSecret(every, () => say`, which is every bucket`)}`,
        comparedWith: every,
        advice: say`In IAM, * also matches slashes, so the policy would grant more than these objects. Remove objects, or name the buckets.`,
    }));
}
