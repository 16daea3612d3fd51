import type { AclEntry, EgressRule, NetworkAcl, SecurityGroup } from "../facts";

/** Whether traffic to Amazon S3 passes; undefined if it cannot be told without the addresses of S3. */
export type Passes = boolean | undefined;

const https = 443;

/** The rules of all security groups add up. */
export function egressPasses(
    groups: readonly SecurityGroup[],
    s3PrefixList: string | undefined,
    isThroughInterface: boolean,
): Passes {
    const answers = groups
        .flatMap(({ egress }) => egress)
        .filter(isForHttps)
        .map((rule) => rulePasses(rule, s3PrefixList, isThroughInterface));
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
}

const isForHttps = ({ protocol, fromPort = 0, toPort = 65535 }: EgressRule) =>
    protocol === "-1" || (["tcp", "6"].includes(protocol) && fromPort <= https && https <= toPort);

function rulePasses(rule: EgressRule, s3PrefixList: string | undefined, isThroughInterface: boolean): Passes {
    if (rule.ranges.includes("0.0.0.0/0")) return true;
    if (s3PrefixList !== undefined && rule.prefixLists.includes(s3PrefixList)) return true;
    const isMaybe =
        rule.prefixLists.length > 0 ||
        rule.ranges.some((range) => !isPrivateRange(range)) ||
        (isThroughInterface && (rule.groups.length > 0 || rule.ranges.length > 0));
    return isMaybe ? undefined : false;
}

/** Ranges of IPv4 in which S3 has no addresses, and those of IPv6, which Aurora reaches S3 without. */
export const isPrivateRange = (range: string): boolean =>
    range.includes(":") ||
    /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.)/.test(
        range,
    );

/** The ports from which Linux opens connections. */
const ephemeral = { from: 32768, to: 60999 };

/** The first entry that matches decides, in each direction. */
export function aclPasses({ entries }: NetworkAcl): Passes {
    const out = decided(entries, true, { from: https, to: https });
    const back = decided(entries, false, ephemeral);
    if (out === false || back === false) return false;
    return out && back;
}

interface Ports {
    readonly from: number;
    readonly to: number;
}

function decided(entries: readonly AclEntry[], isEgress: boolean, ports: Ports): Passes {
    const asked = entries
        .filter((entry) => entry.isEgress === isEgress && isForTcp(entry) && !isPrivateRange(entry.range))
        .sort((a, b) => a.rule - b.rule);
    const doubtful: boolean[] = [];
    for (const { isAllow, range, protocol, fromPort = 0, toPort = 65535 } of asked) {
        const isForAll = protocol === "-1";
        const from = isForAll ? 0 : fromPort;
        const to = isForAll ? 65535 : toPort;
        if (to < ports.from || from > ports.to) continue;
        const isWhole = from <= ports.from && to >= ports.to && range === "0.0.0.0/0";
        if (isWhole) return doubtful.every((each) => each === isAllow) ? isAllow : undefined;
        doubtful.push(isAllow);
    }
    return doubtful.includes(true) ? undefined : false;
}

const isForTcp = ({ protocol }: AclEntry) => ["-1", "6", "tcp"].includes(protocol);
