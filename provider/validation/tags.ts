import type { Known } from "../values/known";
import { derived, fact, pathOf, say, type Report } from "../values/message";
import { characters, firstBroken, matches, type Rule, type Tell } from "../values/rule";

/** As many as IAM and RDS give a resource: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const mostTags = 50;

/**
 * What a key must be, for every resource that gets the tags. Of IAM:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html, of RDS, which reserves more:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html
 */
export const tagKey =
    (onParameterGroup: boolean) =>
    (key: string): Tell | undefined =>
        firstBroken(onParameterGroup ? [...keyRules, notReserved] : keyRules, key);

const keyRules: Rule[] = [
    (key) => {
        if (key.length >= 1 && key.length <= 128) return undefined;
        return () => ({ rule: say`must have a key of 1 to 128 characters` });
    },
    (key) => {
        if (/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(key)) return undefined;
        return () => ({ rule: say`must have a key that contains only letters, digits, spaces and _.:/=+-@` });
    },
    (key) => {
        if (!/^aws:/i.test(key)) return undefined;
        return () => ({ rule: say`cannot have a key that starts with aws:, which AWS reserves` });
    },
    (key) => {
        // What is assigned to this property of an object is lost.
        if (key !== "__proto__") return undefined;
        return () => ({ rule: say`cannot have the key __proto__, which Pulumi for Node.js cannot pass on` });
    },
];

const notReserved: Rule = (key) => {
    if (!/^rds:/i.test(key)) return undefined;
    return () => ({
        rule: say`cannot have a key that starts with rds:, which Amazon RDS reserves, because the parameter group gets the tags too`,
    });
};

/** What a value must be. It may be empty. */
export const tagValue = (onParameterGroup: boolean): Rule[] =>
    onParameterGroup ? [...valueRules, valueNotReserved] : valueRules;

const valueRules: Rule[] = [
    (value) =>
        value.length <= 256
            ? undefined
            : (at) => ({
                  rule: say`must be a tag value of at most 256 characters`,
                  received: characters(at),
              }),
    matches(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, say`must contain only letters, digits, spaces and _.:/=+-@`),
    matches(/^(?!aws:)/i, say`cannot start with aws:, which AWS reserves`),
];

const valueNotReserved = matches(
    /^(?!rds:)/i,
    say`cannot start with rds:, which Amazon RDS reserves, because the parameter group gets the tags too`,
);

/**
 * What is wrong with the tags together. Only roles ignore case in keys, but the tags are for all resources, and AWS advises
 * against such keys for all: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
export function tagsTogether(tags: Known, report: Report): void {
    const { size } = tags.fields;
    if (size > mostTags) {
        report(tags, () => ({
            rule: say`must be at most ${fact(mostTags)} tags, including the default tags of the AWS provider`,
            received: derived(tags, () => `${size} tags`),
        }));
    }
    const firsts = new Map<string, Known>();
    for (const [key, tag] of tags.fields) {
        // What is wrong with a key in itself is told already.
        if (firstBroken(keyRules, key)) continue;
        const first = firsts.get(key.toLowerCase());
        if (first === undefined) firsts.set(key.toLowerCase(), tag);
        // The keys of a secret are secret too.
        else if (tags.secret)
            report(tags, () => ({ rule: say`must have keys that differ in more than case` }));
        else {
            report(tag, () => ({
                rule: say`must have a key that differs from that of ${pathOf(first)} in more than case, because IAM ignores case in the tag keys of roles`,
                advice: say`Remove one.`,
            }));
        }
    }
}
