import type { Chain } from "../chain";
import type { SecurityGroup } from "../facts";
import { isRead } from "../facts";
import { aws } from "../fix/command";
import { aclPasses, egressPasses } from "../network/firewall";
import { isS3 } from "../network/path";
import { list, type Result } from "./result";

/** The security groups of the database let HTTPS out. */
export function checkEgress(chain: Chain, regions: ReadonlySet<string | undefined>, result: Result): void {
    const { securityGroups, s3PrefixList, endpoints } = chain.facts.network;
    if (!isRead(securityGroups) || securityGroups.read.length === 0) return;
    const groups = securityGroups.read;
    const isOnlyHere = [...regions].every((region) => region === undefined || region === chain.region);
    const prefixList = isRead(s3PrefixList) && isOnlyHere ? s3PrefixList.read : undefined;
    const hasInterface =
        !isRead(endpoints) || endpoints.read.some((each) => each.type === "Interface" && isS3(each));
    const passes = egressPasses(groups, prefixList, hasInterface);
    const names = list(groups.map(({ id }) => id));
    if (passes) {
        result.holds(`The security groups ${names} allow outbound HTTPS.`);
    } else if (passes === undefined) {
        const unread = isRead(s3PrefixList) ? undefined : s3PrefixList.unread;
        result.cannotCheck(
            `whether the security groups ${names} allow outbound HTTPS to Amazon S3`,
            unread?.reason ?? "it depends on the addresses of Amazon S3",
            unread?.needs,
        );
    } else {
        result.finding("S3ACCESS082", {
            problem: `The security groups ${names} don't allow outbound HTTPS to Amazon S3.`,
            evidence: groups.map(({ id, egress }) => `${id} has ${egressOf(egress)}.`),
            commands: [openEgress(chain, groups[0]!.id, prefixList)],
        });
    }
}

function egressOf(egress: SecurityGroup["egress"]): string {
    if (egress.length === 0) return "no outbound rule";
    const rules = egress.map(({ protocol, fromPort, toPort, ranges, prefixLists, groups }) => {
        const ports = fromPort === undefined ? "" : ` ${fromPort}-${toPort ?? fromPort}`;
        return `${protocol}${ports} to ${list([...ranges, ...prefixLists, ...groups])}`;
    });
    return `the outbound rules ${rules.join("; ")}`;
}

function openEgress({ region }: Chain, id: string, prefixList: string | undefined): string {
    const to =
        prefixList === undefined
            ? "IpRanges=[{CidrIp=0.0.0.0/0}]"
            : `PrefixListIds=[{PrefixListId=${prefixList}}]`;
    return aws("ec2 authorize-security-group-egress", {
        "group-id": id,
        "ip-permissions": `IpProtocol=tcp,FromPort=443,ToPort=443,${to}`,
        region,
    });
}

/** The network ACLs of the subnets let HTTPS out, and the answers in. */
export function checkAcls(chain: Chain, result: Result): void {
    const { networkAcls, subnets } = chain.facts.network;
    if (!isRead(networkAcls) || !isRead(subnets) || networkAcls.read.length === 0) return;
    const own = networkAcls.read.filter(({ subnetIds }) =>
        subnets.read.some(({ id }) => subnetIds.includes(id)),
    );
    const answers = own.map((acl) => ({ acl, passes: aclPasses(acl) }));
    const blocking = answers.filter(({ passes }) => passes === false).map(({ acl }) => acl.id);
    const covered = subnets.read.every(({ id }) => own.some(({ subnetIds }) => subnetIds.includes(id)));
    if (blocking.length > 0 && blocking.length === own.length && covered) {
        result.finding("S3ACCESS083", {
            problem: `The network ACLs ${list(blocking)} block the traffic to Amazon S3.`,
            evidence: own.map(({ id, subnetIds }) => `${id} is for ${list(subnetIds)}.`),
            commands: blocking.flatMap((id) => openAcl(chain, id)),
        });
    } else if (answers.some(({ passes }) => passes !== true)) {
        result.cannotCheck(
            `whether the network ACLs ${list(own.map(({ id }) => id))} allow the traffic to Amazon S3`,
            "it depends on the addresses of Amazon S3, and on the subnets of the instances",
        );
    } else if (own.length > 0) {
        result.holds(`The network ACLs ${list(own.map(({ id }) => id))} allow the traffic to Amazon S3.`);
    }
}

function openAcl({ region, facts }: Chain, id: string): string[] {
    const { networkAcls } = facts.network;
    const entries = isRead(networkAcls)
        ? networkAcls.read.filter((acl) => acl.id === id).flatMap((acl) => acl.entries)
        : [];
    const free = (isEgress: boolean) => {
        const taken = entries.filter((entry) => entry.isEgress === isEgress).map(({ rule }) => rule);
        return String(Math.max(1, Math.min(100, ...taken) - 1));
    };
    const options = {
        "network-acl-id": id,
        protocol: "tcp",
        "cidr-block": "0.0.0.0/0",
        "rule-action": "allow",
    };
    return [
        aws("ec2 create-network-acl-entry", {
            ...options,
            egress: true,
            "rule-number": free(true),
            "port-range": "From=443,To=443",
            region,
        }),
        aws("ec2 create-network-acl-entry", {
            ...options,
            ingress: true,
            "rule-number": free(false),
            "port-range": "From=1024,To=65535",
            region,
        }),
    ];
}
