import type { Endpoint, Facts, NetworkFacts, Route, RouteTable, Subnet } from "../facts";
import { isRead } from "../facts";

/** How a subnet reaches Amazon S3, as far as its route table tells. */
export type Way =
    | { readonly by: "endpoint"; readonly endpoint: Endpoint }
    | { readonly by: "nat" | "public"; readonly target: string }
    /** Only what is publicly accessible goes this way. */
    | { readonly by: "internet gateway"; readonly target: string }
    | { readonly by: "unknown"; readonly reason: string }
    | { readonly by: "nothing" };

export interface SubnetPath {
    readonly subnet: Subnet;
    readonly routeTable: RouteTable | undefined;
    readonly way: Way;
}

/** The paths of the subnets to a Region's S3; undefined if they could not be read. A gateway endpoint is for its own Region. */
export function pathsOf(
    { network, asked }: Facts,
    bucketRegion: string | undefined,
): SubnetPath[] | undefined {
    const { subnets, routeTables, endpoints } = network;
    if (!isRead(subnets) || !isRead(routeTables) || !isRead(endpoints)) return undefined;
    const isHere = bucketRegion === undefined || bucketRegion === asked.region;
    return subnets.read.map((subnet) => {
        const routeTable =
            routeTables.read.find(({ subnetIds }) => subnetIds.includes(subnet.id)) ??
            routeTables.read.find(({ isMain }) => isMain);
        if (!routeTable)
            return { subnet, routeTable, way: { by: "unknown", reason: "its route table was not found" } };
        const endpoint = isHere ? gatewayOf(routeTable, endpoints.read) : undefined;
        const way = endpoint ? ({ by: "endpoint", endpoint } as const) : wayOut(routeTable, network);
        return { subnet, routeTable, way: isHere ? orInterface(way, endpoints.read) : way };
    });
}

export const isS3 = ({ service }: Endpoint) => service.endsWith(".s3");

export function gatewayOf({ id, routes }: RouteTable, endpoints: readonly Endpoint[]): Endpoint | undefined {
    return endpoints.find(
        (endpoint) =>
            endpoint.type === "Gateway" &&
            isS3(endpoint) &&
            endpoint.state.toLowerCase() === "available" &&
            (endpoint.routeTableIds.includes(id) ||
                routes.some(({ target, state }) => target === endpoint.id && state === "active")),
    );
}

const everywhere = "0.0.0.0/0";

function wayOut({ routes }: RouteTable, { isPublic }: NetworkFacts): Way {
    const out = routes.filter(({ target, state }) => target !== "local" && state === "active");
    const general = out.find(({ destination }) => destination === everywhere);
    const others = out.filter(
        (route) => route !== general && !isPrivate(route) && !route.destination.includes(":"),
    );
    const partial = others.filter(({ target }) => !target.startsWith("vpce-"));
    if (partial.length > 0)
        return { by: "unknown", reason: `the route to ${partial[0]!.destination} could be for Amazon S3` };
    if (!general) return { by: "nothing" };
    const { target } = general;
    if (target.startsWith("nat-")) return { by: "nat", target };
    if (!target.startsWith("igw-"))
        return { by: "unknown", reason: `where ${target} leads to cannot be read` };
    if (!isRead(isPublic)) return { by: "unknown", reason: "whether the instances are public was not read" };
    return { by: isPublic.read ? "public" : "internet gateway", target };
}

/** Ranges in which S3 has no addresses. https://www.rfc-editor.org/rfc/rfc1918 */
const isPrivate = ({ destination }: Route) =>
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.)/.test(
        destination,
    );

export { isPrivate as isPrivateRoute };

/** AWS does not document whether Aurora uses an interface endpoint. */
function orInterface(way: Way, endpoints: readonly Endpoint[]): Way {
    const other = endpoints.find((endpoint) => endpoint.type === "Interface" && isS3(endpoint));
    if (!other || way.by === "endpoint") return way;
    return {
        by: "unknown",
        reason: `AWS does not document whether the database uses the interface endpoint ${other.id}`,
    };
}

export const reaches = ({ way }: SubnetPath): boolean | undefined => {
    if (way.by === "unknown") return undefined;
    return way.by !== "nothing" && way.by !== "internet gateway";
};

/** The endpoint that every request passes; `none` if none does; undefined if that cannot be told. */
export function endpointOf(paths: readonly SubnetPath[] | undefined): Endpoint | "none" | undefined {
    if (!paths || paths.length === 0) return undefined;
    const passed = paths.map(({ way }) => {
        if (way.by === "unknown") return undefined;
        return way.by === "endpoint" ? way.endpoint : "none";
    });
    const [first] = passed;
    return passed.every((each) => each === first) ? first : undefined;
}
