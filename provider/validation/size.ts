import type { InputKey, InputLocation, Planned } from "../plan/access";
import { purposes } from "../plan/purposes";
import type { KeyUse, PolicyPlan } from "../plan/rolePlan";
import { kmsPolicyDocument } from "../policy/kmsPolicy";
import type { Engine } from "../policy/permissions";
import { s3PolicyDocument } from "../policy/s3Policy";
import { longestBucketArn, longestBucketName, longestKeyArn, policyCharacters } from "../policy/split";
import type { Known } from "../values/known";
import { fact, say, type Report } from "../values/message";
import type { Sound } from "./acrossInputs";

type Policy = PolicyPlan<InputLocation, InputKey>;

/**
 * Policies that are larger than IAM takes, although they were split: by names of buckets from before S3's rules, which
 * have up to 255 characters, or by very many KMS keys.
 */
export function checkSizes({ inputs, engine, roles }: Planned, sound: Sound, report: Report): void {
    if (engine === undefined) return;
    for (const policy of roles.flatMap(({ policies }) => policies)) {
        const size = sizeOf(policy, engine, sound);
        if (size === undefined || size <= policyCharacters) continue;
        const input = purposes[policy.purpose].grants;
        const items = itemsOf(policy);
        report(
            inputs,
            () => ({
                rule: say`must fit into a policy of ${fact(policyCharacters)} characters`,
                received: valuesOf(policy).some(({ secret }) => secret)
                    ? undefined
                    : say`${fact(size)} characters for items ${keyOf(items[0])} to ${keyOf(items.at(-1))}`,
                advice: say`Move some of these items to another AuroraS3Access.`,
            }),
            input,
        );
    }
}

/** The size of a policy whose values are known, if it may be too large at all. */
function sizeOf(policy: Policy, engine: Engine, sound: Sound): number | undefined {
    const isSplit = policy.purpose !== "kms";
    if (isSplit && policy.pieces.every(({ location }) => isCounted(location))) return undefined;
    const document =
        policy.purpose === "kms" ? kmsDocument(policy.keys, sound) : s3Document(policy, engine, sound);
    return document && JSON.stringify(document).length;
}

/** Whether the split counted the bucket and the key at no less than their length. */
function isCounted({ bucket, kmsKeyArn }: InputLocation): boolean {
    const { length } = bucket.string ?? "";
    return (
        length <= (bucket.string?.startsWith("arn:") ? longestBucketArn.length : longestBucketName) &&
        (kmsKeyArn?.string?.length ?? 0) <= longestKeyArn.length
    );
}

function kmsDocument(uses: readonly KeyUse<InputKey>[], sound: Sound) {
    const keys = uses.map(({ key, forExport }) => ({ keyArn: sound(key.keyArn) ?? "", forExport }));
    return keys.every(({ keyArn }) => keyArn !== "") ? kmsPolicyDocument(keys) : undefined;
}

function s3Document(policy: Exclude<Policy, { purpose: "kms" }>, engine: Engine, sound: Sound) {
    const locations = policy.pieces.map(({ location: { bucket, kmsKeyArn }, objects }) => ({
        bucket: sound(bucket) ?? "",
        objects,
        kmsKeyArn: kmsKeyArn && (sound(kmsKeyArn) ?? ""),
    }));
    const isKnown = locations.every(({ bucket, kmsKeyArn }) => bucket !== "" && kmsKeyArn !== "");
    return isKnown ? s3PolicyDocument(engine, policy.purpose, locations, "aws") : undefined;
}

const keyOf = (item: Known | undefined) => fact(Number(item?.key));

function valuesOf(policy: Policy): Known[] {
    if (policy.purpose === "kms") return policy.keys.map(({ key }) => key.keyArn);
    return policy.pieces.flatMap(({ location }) => [location.bucket, location.kmsKeyArn ?? location.at]);
}

function itemsOf(policy: Policy): Known[] {
    return policy.purpose === "kms"
        ? policy.keys.map(({ key }) => key.at)
        : policy.pieces.map(({ location }) => location.at);
}
