import { allow } from "../../provider/policy/document";
import type { Judged } from "../access/requests";
import { isGone } from "../access/requests";
import { regionOf } from "../access/context";
import type { Chain } from "../chain";
import type { Endpoint, SecurityGroup } from "../facts";
import { isRead } from "../facts";
import { aws } from "../fix/command";
import { parsed, statementOf, statementsOf, withException, withStatements } from "../fix/documents";
import { grantsFor } from "../fix/grant";
import { aclPasses, egressPasses } from "../network/firewall";
import { endpointOf, isS3, pathsOf, reaches, type SubnetPath } from "../network/path";
import { actionsOf, denied, requestsOf, tellUnknown, type Group } from "./groups";
import { list, Result, type CheckJudged } from "./result";

/** The subnets reach Amazon S3, and neither the endpoint's policy nor a firewall is in the way. */
export const checkNetwork: CheckJudged = (chain, judged) => {
    const result = new Result(chain, "network");
    readAll(chain, result);
    const regions = new Set(chain.uses.filter((use) => !isGone(use)).map(regionOf));
    for (const region of regions.size > 0 ? regions : [undefined]) checkPaths(chain, region, result);
    checkEndpointPolicy(chain, judged, result);
    checkEgress(chain, regions, result);
    checkAcls(chain, result);
    return result;
};

function readAll({ facts: { network }, database }: Chain, result: Result): void {
    result.read(network.subnets, `the subnets of ${database.identifier}`);
    result.read(network.routeTables, "the route tables of the subnets");
    result.read(network.endpoints, "the VPC endpoints for Amazon S3");
    result.read(network.securityGroups, `the security groups of ${database.identifier}`);
    result.read(network.networkAcls, "the network ACLs of the subnets");
}

const idsOf = (paths: readonly SubnetPath[]) => list(paths.map(({ subnet }) => subnet.id));

function checkPaths(chain: Chain, region: string | undefined, result: Result): void {
    const paths = pathsOf(chain.facts, region);
    if (!paths || paths.length === 0) return;
    const to = region === undefined || region === chain.region ? "Amazon S3" : `Amazon S3 in ${region}`;
    const without = paths.filter((path) => reaches(path) === false);
    if (without.length === paths.length) {
        noPath(chain, paths, to, result);
        return;
    }
    for (const { subnet, way } of paths)
        if (way.by === "unknown")
            result.cannotCheck(
                `whether the subnet ${subnet.id} reaches ${to}`,
                way.reason,
                needsOf(chain, way.reason),
            );
    if (without.length > 0)
        result.cannotCheck(
            `whether instances are in ${idsOf(without)}`,
            `these subnets have no path to ${to}, and the others do`,
        );
    const ways = new Set(
        paths.map(({ way }) => {
            if (way.by === "endpoint") return `the gateway endpoint ${way.endpoint.id}`;
            return way.by === "nat" || way.by === "public" ? way.target : undefined;
        }),
    );
    if (paths.every((path) => reaches(path)))
        result.holds(
            `The subnets reach ${to} through ${list([...ways].filter((each) => each !== undefined))}.`,
        );
}

function needsOf({ facts }: Chain, reason: string): string | undefined {
    const { isPublic } = facts.network;
    return !isRead(isPublic) && reason.includes("public") ? isPublic.unread.needs : undefined;
}

function noPath(chain: Chain, paths: readonly SubnetPath[], to: string, result: Result): void {
    const { endpoints } = chain.facts.network;
    const gateways = isRead(endpoints)
        ? endpoints.read.filter((endpoint) => endpoint.type === "Gateway" && isS3(endpoint))
        : [];
    const tables = [...new Set(paths.flatMap(({ routeTable }) => routeTable?.id ?? []))];
    result.finding("S3ACCESS080", {
        problem: `The subnets of ${chain.database.identifier} have no path to ${to}.`,
        evidence: [
            ...paths.map(
                ({ subnet, routeTable, way }) =>
                    `The route table ${routeTable?.id} of ${subnet.id} has no route to Amazon S3${
                        way.by === "internet gateway"
                            ? ` but ${way.target}, which the instances cannot use without public addresses`
                            : ""
                    }.`,
            ),
            `Gateway endpoints for Amazon S3: ${list(gateways.map(({ id, state }) => `${id} (${state})`))}.`,
        ],
        ...(to === "Amazon S3"
            ? { commands: [addEndpoint(chain, paths, gateways, tables)] }
            : { fix: "A gateway endpoint is only for its own Region. Add a NAT gateway." }),
    });
}

function addEndpoint(
    { region }: Chain,
    paths: readonly SubnetPath[],
    gateways: readonly Endpoint[],
    tables: readonly string[],
): string {
    const [gateway] = gateways.filter(({ state }) => state.toLowerCase() === "available");
    if (gateway)
        return aws("ec2 modify-vpc-endpoint", {
            "vpc-endpoint-id": gateway.id,
            "add-route-table-ids": tables,
            region,
        });
    const prefix = region.startsWith("cn-") ? "cn.com.amazonaws" : "com.amazonaws";
    return aws("ec2 create-vpc-endpoint", {
        "vpc-id": paths[0]!.subnet.vpcId,
        "service-name": `${prefix}.${region}.s3`,
        "route-table-ids": tables,
        region,
    });
}

function checkEndpointPolicy(chain: Chain, judged: readonly Judged[], result: Result): void {
    const paths = pathsOf(chain.facts, undefined) ?? [];
    const endpoint = endpointOf(paths);
    if (endpoint === undefined) {
        for (const { way } of paths) {
            if (way.by === "endpoint" && way.endpoint.policy !== undefined && !isOpen(way.endpoint.policy))
                result.cannotCheck(
                    `the policy of the endpoint ${way.endpoint.id}`,
                    "not all subnets of the database use it",
                );
        }
    }
    if (endpoint === undefined || endpoint === "none") return;
    const groups = denied(
        judged,
        ({ layer }) => layer === "endpoint",
        ({ role }, { kind, by }) => (kind === "explicit" ? `${by?.statement} ${role.arn}` : ""),
    );
    for (const group of groups) {
        if (group.denial.kind === "explicit") deniedByEndpoint(chain, endpoint, group, result);
        else notAllowedByEndpoint(chain, endpoint, group, result);
    }
    tellUnknown(result, judged, ["endpoint"], () => `the policy of the endpoint ${endpoint.id}`);
}

/** As every endpoint is created. */
const isOpen = (policy: string) =>
    statementsOf(parsed(policy) ?? {}).some((statement) => {
        const { Effect, Principal, Action, Resource, Condition } = statement as Record<string, unknown>;
        return (
            Effect === "Allow" &&
            Condition === undefined &&
            [Principal, Action, Resource].every((each) => each === "*")
        );
    }) && !policy.includes('"Deny"');

function notAllowedByEndpoint(chain: Chain, endpoint: Endpoint, group: Group, result: Result): void {
    const { judged, directions } = group;
    const added = allow(grantsFor(chain, judged)).map((statement) => ({ ...statement, Principal: "*" }));
    result.finding("S3ACCESS081", {
        problem: `The policy of the endpoint ${endpoint.id} does not allow ${actionsOf(judged).join(", ")}.`,
        evidence: requestsOf(judged).map((request) => `No statement allows ${request}.`),
        directions,
        commands: [setPolicy(chain, endpoint, withStatements(endpoint.policy, added))],
    });
}

function deniedByEndpoint(chain: Chain, endpoint: Endpoint, group: Group, result: Result): void {
    const { judged, denial, directions } = group;
    const number = denial.by?.statement ?? 0;
    result.finding("S3ACCESS081", {
        problem: `The policy of the endpoint ${endpoint.id} denies ${actionsOf(judged).join(", ")}.`,
        evidence: [
            ...requestsOf(judged).map((request) => `It denies ${request}.`),
            `Statement ${number}: ${JSON.stringify(statementOf(endpoint.policy, number))}`,
        ],
        directions,
        commands: [setPolicy(chain, endpoint, withException(endpoint.policy, number, judged[0]!.role.arn))],
    });
}

const setPolicy = ({ region }: Chain, { id }: Endpoint, policy: string | undefined) =>
    policy === undefined
        ? undefined
        : aws("ec2 modify-vpc-endpoint", { "vpc-endpoint-id": id, "policy-document": policy, region });

function checkEgress(chain: Chain, regions: ReadonlySet<string | undefined>, result: Result): void {
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

function checkAcls(chain: Chain, result: Result): void {
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
