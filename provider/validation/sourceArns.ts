import type { EngineRules } from "../engine/rules";
import { isMatched, matcherOf } from "../policy/globs";
import { sourceConditionsOf, type Planned } from "../plan/access";
import { trustPolicyDocument } from "../policy/trustPolicy";
import type { Known } from "../values/known";
import {
    derived,
    fact,
    pathOf,
    quote,
    quoted,
    say,
    unlessSecret,
    type Phrase,
    type Report,
} from "../values/message";
import type { Rule, Tell } from "../values/rule";
import type { Sound } from "./acrossInputs";
import { regionName } from "./rds";

const rule = say`must be the ARN of a DB cluster`;
const example = say`for example, "arn:aws:rds:us-east-1:123456789012:cluster:sales"`;

const form = /^arn:[a-z*?-]+:rds:([a-z0-9*?-]+):([0-9*?]+):([!-~]+)$/;
/** As RDS stores it. */
const identifier = /^[a-z](?!.*--)[a-z0-9-]{0,62}(?<!-)$/;
const hasWildcard = (part: string) => /[*?]/.test(part);

/** The ARN of a cluster, or a pattern of such ARNs, that the ARN of a cluster can match. */
export const sourceArn =
    (sources: EngineRules["sources"]): Rule =>
    (value) => {
        const [, ofRegion = "", account = "", resource = ""] = form.exec(value) ?? [];
        if (/^arn:[^:]*:rds:[^:]*:[^:]*:global-cluster:/.test(value))
            return rejected(say`Use the ARNs of the clusters in the global database, ${example}.`);
        if (resource === "" || value.length > 700 || value.includes("${"))
            return rejected(say`Use the ARN of the cluster, ${example}.`);
        if (!hasWildcard(ofRegion) && !regionName.test(ofRegion))
            return rejected(say`The Region is not valid. Use the ARN of the cluster, ${example}.`);
        if (!canBeAccount(account)) return rejected(say`An AWS account ID has 12 digits.`);
        return brokenResource(resource, sources);
    };

const rejected =
    (advice: Phrase): Tell =>
    (at) => ({ rule, received: quoted(at), advice });

/** IAM compares what stands between two colons as a whole, so that 12 digits must match. */
function canBeAccount(pattern: string): boolean {
    const fixed = pattern.replaceAll("*", "").length;
    return pattern.includes("*") ? fixed <= 12 : fixed === 12;
}

function brokenResource(resource: string, sources: EngineRules["sources"]): Tell | undefined {
    const [type = "", ...rest] = resource.split(":");
    const name = rest.join(":");
    if (rest.length === 0 && hasWildcard(type)) {
        // A wildcard also stands for the colon.
        const [start = ""] = type.split(/[*?]/, 1);
        if (sources.some((source) => isMatched(start, `${source}:`.slice(0, start.length)))) return undefined;
    }
    if (rest.length === 0 && sources.some((source) => source === type)) {
        return rejected(say`Add the identifier of the cluster, ${example}, or cluster:* for every cluster.`);
    }
    const what = sources.find((source) => isMatched(type, source));
    if (what === undefined || rest.length === 0)
        return rejected(say`Use the ARN of the cluster, ${example}.`);
    if (/^cluster-[A-Z0-9]{20,}$/.test(name))
        return rejected(say`Use the cluster identifier in place of the resource ID, ${example}.`);
    if (/[A-Z]/.test(name)) {
        return (at) => ({
            rule: say`must be lowercase, as Amazon RDS stores cluster identifiers`,
            received: quoted(at),
            advice: say`Use ${derived(at, () => quote(at.string?.toLowerCase() ?? ""))}.`,
        });
    }
    const isIdentifier = hasWildcard(name)
        ? /^[a-z0-9*?-]{1,255}$/.test(name) && !/^[0-9-]/.test(name)
        : identifier.test(name);
    return isIdentifier
        ? undefined
        : rejected(say`The cluster identifier is not valid. Use the ARN of the cluster, ${example}.`);
}

/**
 * The conditions of the trust policy must be able to hold for each of the clusters that are named: one that no ARN matches cannot use the
 * role. Others may use it without being named here.
 */
export function checkSourceArns(planned: Planned, sound: Sound, report: Report): void {
    const { inputs } = planned;
    const arns = inputs.field("sourceArns");
    const strings = arns?.items.map((arn) => sound(arn)) ?? [];
    if (arns?.kind !== "list" || !hasConditions(inputs) || strings.includes(undefined)) return;
    if (trustPolicyLength(planned, strings as string[]) > mostTrustPolicyCharacters) {
        report(arns, () => ({
            rule: say`must fit into a trust policy of ${fact(mostTrustPolicyCharacters)} characters`,
            received: derived(arns.items, () => `${arns.items.length} ARNs`),
            advice: say`Use patterns with * that match several clusters.`,
        }));
        return;
    }
    const patterns = strings.map(patternOf);
    const literal = new Set(patterns.filter(({ isLiteral }) => isLiteral).map(({ resource }) => resource));
    for (const cluster of inputs.field("clusters")?.items ?? []) {
        const [at, place] = [cluster.field("clusterIdentifier"), cluster.field("region")];
        const name = sound(at)?.toLowerCase();
        const region = sound(place);
        if (at === undefined || name === undefined || (place && region === undefined)) continue;
        const resource = `cluster:${name}`;
        if (region === undefined && literal.has(resource)) continue;
        if (patterns.some((each) => each.matches(resource) && (region === undefined || each.isIn(region))))
            continue;
        report(arns, () => ({
            rule: say`must contain the ARN of ${pathOf(at)}${unlessSecret(at, () => say`, ${quoted(at)}`)}`,
            comparedWith: at,
            advice: say`Otherwise, this cluster can never use the role. Add its ARN, or remove sourceArns.`,
        }));
    }
}

/** The largest quota: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const mostTrustPolicyCharacters = 8192;

/** The characters of the trust policy with these ARNs. */
export function trustPolicyLength(planned: Planned, sourceArns: readonly string[]): number {
    const sourceConditions = sourceConditionsOf(planned);
    if (sourceConditions === "None") return JSON.stringify(trustPolicyDocument({ sourceConditions })).length;
    const sourceAccount = "123456789012";
    return JSON.stringify(trustPolicyDocument({ sourceConditions, sourceAccount, sourceArns })).length;
}

/** Whether there is a trust policy with conditions; that the ARNs cannot be set otherwise is told by itself. */
export const hasConditions = (inputs: Known): boolean =>
    inputs.field("existingRoleArn") === undefined && inputs.field("sourceConditions")?.string !== "None";

function patternOf(arn = "") {
    const [, , , region = "", , ...rest] = arn.split(":");
    const resource = rest.join(":");
    const isLiteral = !hasWildcard(resource);
    return {
        resource,
        isLiteral,
        matches: isLiteral ? (other: string) => other === resource : matcherOf(resource),
        isIn: matcherOf(region),
    };
}
