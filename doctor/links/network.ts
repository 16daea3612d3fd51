import { isGone } from "../access/requests";
import { regionOf } from "../access/context";
import type { Chain } from "../chain";
import type { Endpoint } from "../facts";
import { isRead } from "../facts";
import { aws } from "../fix/command";
import { isS3, pathsOf, reaches, type SubnetPath } from "../network/path";
import { checkEndpointPolicy } from "./endpointPolicy";
import { checkAcls, checkEgress } from "./firewall";
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
    const subnets = result.read(network.subnets, `the subnets of ${database.identifier}`);
    if (subnets?.length === 0) result.cannotCheck(`the subnets of ${database.identifier}`, "none was found");
    result.read(network.routeTables, "the route tables of the subnets");
    result.read(network.endpoints, "the VPC endpoints for Amazon S3");
    const what = `the security groups of ${database.identifier}`;
    if (result.read(network.securityGroups, what)?.length === 0) result.cannotCheck(what, "none was found");
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
