import { partitionOf } from "../policy/arn";
import { isMatched } from "../policy/globs";
import { partitionNames, partitionOfRegion } from "../policy/partitions";
import type { Known } from "../values/known";
import {
    derived,
    listed,
    named,
    pathOf,
    quoted,
    say,
    unlessSecret,
    type Phrase,
    type Report,
} from "../values/message";
import type { Sound } from "./acrossInputs";
import type { ProviderFacts } from "./provider";
import { regionName } from "./rds";
import { hasConditions } from "./sourceArns";

/** Each ARN is in a partition that there is, and in a Region of that partition. */
export function checkPartitions(inputs: Known, sound: Sound, report: Report): void {
    for (const at of arnsIn(inputs)) {
        const string = sound(at) ?? "";
        const partition = partitionOf(string);
        const [, , , region = ""] = string.split(":", 4);
        if (partition === undefined) continue;
        if (!partitionNames.some((each) => isMatched(partition, each))) {
            report(at, () => ({
                rule: say`must be in an AWS partition`,
                received: quoted(at),
                advice: say`Partitions are ${listed(partitionNames, "and")}.`,
            }));
        } else if (regionName.test(region) && !isMatched(partition, partitionOfRegion(region))) {
            report(at, () => ({
                rule: say`must have a Region of its own partition`,
                received: quoted(at),
                advice: say`Use the ARN that AWS shows for the resource.`,
            }));
        }
    }
}

/** Whose the things are that the inputs name, held against the AWS provider as far as that is known. */
export function checkOwnership(inputs: Known, sound: Sound, provider: ProviderFacts, report: Report): void {
    if (provider.partition === undefined) checkSamePartition(inputs, sound, report);
    else {
        checkOwnPartition(provider.partition, inputs, sound, report);
        checkRegions(provider.partition, inputs, sound, report);
    }
    checkOwnAccount(provider.account, inputs, sound, report);
    checkSourceAccount(provider.account, inputs, sound, report);
}

function checkOwnPartition(own: string, inputs: Known, sound: Sound, report: Report): void {
    for (const at of arnsIn(inputs)) {
        const partition = partitionOf(sound(at) ?? "");
        if (partition === undefined || isMatched(partition, own)) continue;
        report(at, () => ({
            rule: say`must be in the partition of the AWS provider, ${named(own)}`,
            received: quoted(at),
            advice: say`Use a resource of this partition, or the AWS provider of the other one.`,
        }));
    }
}

/** Where clusters and groups are, as no cluster can take a role of another partition. */
function checkRegions(own: string, inputs: Known, sound: Sound, report: Report): void {
    const clusters = inputs.field("clusters")?.items ?? [];
    for (const resource of [...clusters, inputs.field("clusterParameterGroup")]) {
        const at = resource?.field("region");
        const region = sound(at);
        if (at === undefined || region === undefined || partitionOfRegion(region) === own) continue;
        report(at, () => ({
            rule: say`must be a Region in the partition of the AWS provider, ${named(own)}`,
            received: quoted(at),
            advice: say`Use the AWS provider of the other partition.`,
        }));
    }
}

/** Of several partitions only one can be the provider's. */
function checkSamePartition(inputs: Known, sound: Sound, report: Report): void {
    let first: { at: Known; partition: string } | undefined;
    for (const at of arnsIn(inputs)) {
        const partition = partitionOf(sound(at) ?? "");
        if (partition === undefined || /[*?]/.test(partition)) continue;
        first ??= { at, partition };
        if (partition === first.partition) continue;
        const other = first;
        report(at, () => ({
            rule: say`must be in the same partition as ${pathOf(other.at)}${unlessSecret(other.at, () => say`, ${derived(other.at, () => other.partition)}`)}`,
            received: quoted(at),
            comparedWith: other.at,
            advice: say`All ARNs must be in the partition of the AWS provider.`,
        }));
    }
}

interface Owned {
    readonly what: Phrase;
    readonly advice: Phrase;
    /** It is a condition of the trust policy. */
    readonly isCondition?: boolean;
}

/** What must be of the provider's account; buckets and keys may be of any. */
const ofOwnAccount: Readonly<Record<string, Owned>> = {
    // A policy is attached by the name of the role, which another role of the own account may have.
    existingRoleArn: {
        what: say`a role in the account of the AWS provider`,
        advice: say`Use a role of this account, or the AWS provider of the other account.`,
    },
    permissionsBoundary: {
        what: say`an AWS managed policy or a policy in the account of the AWS provider`,
        advice: say`Use a policy of this account.`,
    },
    sourceAccount: {
        what: say`the account of the AWS provider`,
        advice: say`Amazon RDS can use a role only for clusters in the account of the role. Remove sourceAccount.`,
        isCondition: true,
    },
};

function checkOwnAccount(own: string | undefined, inputs: Known, sound: Sound, report: Report): void {
    for (const [input, { what, advice, isCondition }] of Object.entries(ofOwnAccount)) {
        if (isCondition && !hasConditions(inputs)) continue;
        const value = inputs.field(input);
        const account = accountIn(sound(value));
        if (value === undefined || [undefined, own, "aws"].includes(account) || own === undefined) continue;
        report(value, () => ({ rule: say`must be ${what}, ${named(own)}`, received: quoted(value), advice }));
    }
}

/** Both conditions of the trust policy must hold for the same cluster. */
function checkSourceAccount(own: string | undefined, inputs: Known, sound: Sound, report: Report): void {
    const account = inputs.field("sourceAccount");
    const expected = account ? sound(account) : own;
    if (expected === undefined || !hasConditions(inputs)) return;
    for (const arn of inputs.field("sourceArns")?.items ?? []) {
        const pattern = accountIn(sound(arn));
        if (pattern === undefined || isMatched(pattern, expected)) continue;
        report(arn, () => ({
            rule: account
                ? say`must be in the account of sourceAccount${unlessSecret(account, () => say`, ${quoted(account)}`)}`
                : say`must be in the account of the AWS provider, ${named(expected)}`,
            received: quoted(arn),
            comparedWith: account,
            advice: say`Use the ARN of a cluster in this account: Amazon RDS can never assume the role for others.`,
        }));
    }
}

/** The account of an ARN, or that is given by itself. */
const accountIn = (value: string | undefined) => (value?.startsWith("arn:") ? value.split(":", 5)[4] : value);

function* arnsIn(inputs: Known): Iterable<Known> {
    const fieldsOf = function* (list: string, ...fields: string[]): Iterable<Known> {
        for (const item of inputs.field(list)?.items ?? []) {
            for (const field of fields) {
                const value = item.field(field);
                if (value) yield value;
            }
        }
    };
    yield* fieldsOf("importFrom", "bucket", "kmsKeyArn");
    yield* fieldsOf("exportTo", "bucket", "kmsKeyArn");
    yield* fieldsOf("kmsKeys", "keyArn");
    for (const input of ["existingRoleArn", "permissionsBoundary"]) {
        const value = inputs.field(input);
        if (value) yield value;
    }
    yield* inputs.field("sourceArns")?.items ?? [];
}
