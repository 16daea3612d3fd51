import { inside, type FactsDraft } from "../draft";
import { allowAll, allowing, denyAll, endpoint, policy, routeTo, toEverywhere, type Kind } from "../facts";
import { always, nothing, type Break } from "./break";

const hasEndpoint = ({ network }: Kind) => network === "endpoint" || network === "both";

const routesOf = (facts: FactsDraft) => inside(facts.network.routeTables)[0]!;

const withRoutes = (
    name: string,
    isFor: Break["isFor"],
    apply: (facts: FactsDraft, kind: Kind) => void,
    code: string | false = "S3ACCESS080",
): Break => ({
    name,
    place: "path",
    isFor,
    apply,
    code: () => code || undefined,
    // Nothing passes an endpoint that is not on the path, and without knowing the path, no endpoint is known either.
    hides: (each) => each === "S3ACCESS081" || (code === false && each === "S3ACCESS055"),
});

const closed = (facts: FactsDraft) => {
    routesOf(facts).routes = routesOf(facts).routes.filter(({ target }) => target === "local");
    facts.network.endpoints = { read: [] };
};

const withEndpointPolicy = (name: string, Statement: object): Break => ({
    name: `the endpoint policy ${name}`,
    place: "endpoint policy",
    isFor: hasEndpoint,
    apply: ({ network }) => {
        const [first] = inside(network.endpoints);
        if (first) first.policy = policy(Statement);
    },
    code: () => "S3ACCESS081",
    hides: nothing,
});

const withEgress = (
    name: string,
    egress: readonly object[],
    code: string | false = "S3ACCESS082",
): Break => ({
    name: `the security group allows ${name}`,
    place: "egress",
    isFor: always,
    apply: ({ network }) => {
        inside(network.securityGroups)[0]!.egress = egress.map((rule) => ({
            ...toEverywhere,
            prefixLists: [],
            groups: [],
            ...rule,
            ranges: (rule as { ranges?: string[] }).ranges ?? ["0.0.0.0/0"],
        }));
    },
    code: () => code || undefined,
    hides: nothing,
});

const withAcl = (name: string, entries: readonly object[], code: string | false = "S3ACCESS083"): Break => ({
    name: `the network ACL ${name}`,
    place: "acl",
    isFor: always,
    apply: ({ network }) => {
        inside(network.networkAcls)[0]!.entries = entries.map((each) => ({ ...allowAll(true), ...each }));
    },
    code: () => code || undefined,
    hides: nothing,
});

const tcp = { protocol: "6" };
const https = { ...tcp, fromPort: 443, toPort: 443 };
const ephemeral = { ...tcp, fromPort: 1024, toPort: 65535 };

export const networkBreaks: readonly Break[] = [
    withRoutes("there is no way out", always, closed),
    withRoutes("there is an internet gateway for private instances", always, (facts) => {
        closed(facts);
        routesOf(facts).routes.push(routeTo("igw-1"));
        facts.network.isPublic = { read: false };
    }),
    withRoutes("the NAT gateway is gone", always, (facts) => {
        closed(facts);
        routesOf(facts).routes.push({ ...routeTo("nat-1"), state: "blackhole" });
    }),
    withRoutes("the endpoint has other route tables", hasEndpoint, (facts) => {
        closed(facts);
        facts.network.endpoints = { read: [{ ...endpoint({ routeTableIds: ["rtb-9"] }) }] as never };
    }),
    withRoutes("the subnets have the main route table", always, (facts) => {
        routesOf(facts).subnetIds = [];
        inside(facts.network.endpoints).forEach((each) => (each.routeTableIds = ["rtb-9"]));
    }),
    withRoutes(
        "there is a transit gateway",
        always,
        (facts) => {
            closed(facts);
            routesOf(facts).routes.push(routeTo("tgw-1"));
        },
        false,
    ),
    withEndpointPolicy("is for another bucket", {
        ...allowing("*", "arn:aws:s3:::another/*"),
        Principal: "*",
    }),
    withEndpointPolicy("denies", { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }),
    withEgress("nothing", []),
    withEgress("HTTP", [{ ...tcp, protocol: "tcp", fromPort: 80, toPort: 80 }]),
    withEgress("UDP", [{ protocol: "udp", fromPort: 443, toPort: 443 }]),
    withEgress("the VPC alone", [{ protocol: "-1", ranges: ["10.0.0.0/8"] }]),
    withEgress("HTTPS to everywhere", [{ protocol: "tcp", fromPort: 443, toPort: 443 }], false),
    withEgress("some addresses of AWS", [{ protocol: "-1", ranges: ["52.216.0.0/15"] }], false),
    withAcl("allows nothing out", [allowAll(false), denyAll(true), denyAll(false)]),
    withAcl("allows nothing in", [allowAll(true), denyAll(true), denyAll(false)]),
    withAcl("denies HTTPS first", [
        { ...https, rule: 50, isEgress: true, isAllow: false },
        ...[allowAll(true), allowAll(false), denyAll(true), denyAll(false)],
    ]),
    withAcl(
        "allows what is needed",
        [{ ...https, isEgress: true }, { ...ephemeral, isEgress: false }, denyAll(true), denyAll(false)],
        false,
    ),
];
