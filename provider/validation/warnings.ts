import { engines } from "../engine";
import type { Planned } from "../plan/access";
import { directions, purposes } from "../plan/purposes";
import { policiesOnRole, policyCount } from "../plan/rolePlan";
import { everyBucket, partitionOf } from "../policy/arn";
import { trustPolicyDocument } from "../policy/trustPolicy";
import { holdsSecret, type Known } from "../values/known";
import {
    derived,
    fact,
    Diagnostic,
    named,
    quote,
    quoted,
    say,
    type Phrase,
    type Report,
} from "../values/message";
import { isOldBucketName } from "./s3";

/** What is allowed but likely wrong in inputs without mistakes, as far as they are known, in the partition of the provider. */
export function findWarnings(planned: Planned, partition: string | undefined): Diagnostic[] {
    const warnings: Diagnostic[] = [];
    const report: Report = (at, tell, property) => warnings.push(new Diagnostic(at, tell, property));
    for (const direction of directions) {
        for (const location of planned.inputs.field(purposes[direction].grants)?.items ?? []) {
            warnOfBucket(location.field("bucket"), partition, report);
            location.field("objects")?.items.forEach((pattern) => warnOfPattern(pattern, report));
        }
    }
    warnOfCount(planned, report);
    warnOfKeys(planned, report);
    warnOfTrust(planned.inputs.field("sourceArns"), report);
    warnOfSharedAttachment(planned.inputs, report);
    return warnings;
}

/** More policies than a role has by the default quota, which can be raised. */
function warnOfCount({ inputs, roles }: Planned, report: Report): void {
    for (const role of roles) {
        const count = policyCount(role);
        if (count <= policiesOnRole) continue;
        const direction = role.directions.find((each) => inputs.field(purposes[each].grants)) ?? "import";
        report(
            inputs,
            () => ({
                rule: say`needs ${fact(count)} policies on one role, but the default quota of IAM is ${fact(policiesOnRole)}`,
                advice: say`Request a quota increase, or split the access into several AuroraS3Access resources.`,
            }),
            purposes[direction].grants,
        );
    }
}

function warnOfBucket(bucket: Known | undefined, partition: string | undefined, report: Report): void {
    const value = bucket?.string;
    if (bucket === undefined || value === undefined || bucket.secret) return;
    const warn = (rule: Phrase, advice?: Phrase) => report(bucket, () => ({ rule, advice }));
    if (value === everyBucket) {
        warn(
            say`grants access to every bucket, including buckets of other accounts that allow it`,
            say`Name the buckets instead.`,
        );
        return;
    }
    const own = partitionOf(value);
    if (own === undefined && isOldBucketName(value)) {
        warn(say`${quoted(bucket)} can only be the name of a bucket created in us-east-1 before March 2018`);
    }
    if (partition === undefined) return;
    if (own !== undefined && own !== partition) {
        warn(
            say`${quoted(bucket)} is in partition ${derived(bucket, () => own)}, but the AWS provider uses ${named(partition)}`,
        );
    }
    if (own === undefined && partition !== "aws") {
        warn(
            say`${quoted(bucket)} is treated as a bucket in partition ${named(partition)}`,
            say`Use the ARN of the bucket if it is in another partition.`,
        );
    }
}

function warnOfPattern(pattern: Known, report: Report): void {
    const value = pattern.string;
    if (value === undefined || pattern.secret) return;
    const warn = (rule: Phrase, advice: Phrase) => report(pattern, () => ({ rule, advice }));
    const better = (string: string) => derived(pattern, () => quote(string));
    const literal = value.split(/[*?]/, 1)[0] ?? "";
    if (value.startsWith("/")) {
        warn(
            say`${quoted(pattern)} starts with a slash, which object keys rarely do`,
            say`Write ${better(value.slice(1))} unless your keys start with a slash.`,
        );
    } else if (value.endsWith("/")) {
        warn(
            say`${quoted(pattern)} matches only the object with this exact key`,
            say`Write ${better(`${value}*`)} for the objects in the folder.`,
        );
    } else if (value !== "*" && value.includes("*") && !literal.includes("/")) {
        if (literal === "") {
            warn(
                say`${quoted(pattern)} matches in every folder, as * also matches slashes`,
                say`Start the pattern with a folder if you mean one.`,
            );
        } else {
            warn(
                say`${quoted(pattern)} matches more than a folder: every key that starts with ${better(literal)}`,
                say`Write ${better(`${literal}/*`)} if you mean the folder.`,
            );
        }
    }
}

function warnOfKeys({ inputs, engine }: Planned, report: Report): void {
    const version = inputs.field("engineVersion");
    const without = engine && engines[engine].withoutCustomerKeys;
    if (version?.string === undefined || version.secret || !without?.versions.test(version.string)) return;
    const locations = directions.flatMap(
        (direction) => inputs.field(purposes[direction].grants)?.items ?? [],
    );
    if (!inputs.field("kmsKeys") && !locations.some((location) => location.field("kmsKeyArn"))) return;
    report(version, () => ({
        rule: say`${quoted(version)} does not support customer managed KMS keys, which are set`,
        advice: say`${without.since} and later do.`,
    }));
}

/** IAM has one attachment of a policy to a role, whoever has attached it. A policy of our own is nobody else's. */
function warnOfSharedAttachment(inputs: Known, report: Report): void {
    const policy = inputs.field("predefinedPolicy");
    if (policy === undefined || !inputs.field("existingRoleArn")) return;
    report(policy, () => ({
        rule: say`shares its attachment with everything else that attaches this policy to the role of existingRoleArn: deleting or renaming this resource detaches it for all`,
        advice: say`Attach it in one place only, and set the aliases option when you rename this resource.`,
    }));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const trustCharacters = 2048;

function warnOfTrust(sourceArns: Known | undefined, report: Report): void {
    if (sourceArns === undefined || holdsSecret(sourceArns)) return;
    const known = sourceArns.items.map(({ string = "" }) => string);
    const document = trustPolicyDocument({ sourceAccount: "123456789012", sourceArns: known });
    const { length } = JSON.stringify(document);
    if (length <= trustCharacters) return;
    report(sourceArns, () => ({
        rule: say`needs a trust policy of ${derived(sourceArns.items, () => String(length))} characters, but the default quota of IAM is ${fact(trustCharacters)}`,
        advice: say`Request a quota increase, or use patterns with *.`,
    }));
}
