import { allow } from "../../provider/policy/document";
import type { Judged } from "../access/requests";
import type { Chain } from "../chain";
import type { Endpoint } from "../facts";
import { aws } from "../fix/command";
import { parsed, shownStatement, statementsOf, withException, withStatements } from "../fix/documents";
import { grantsFor } from "../fix/grant";
import { endpointOf, pathsOf } from "../network/path";
import { actionsOf, denied, requestsOf, tellUnknown, type Group } from "./groups";
import type { Result } from "./result";

/** What passes the endpoint, its policy allows. */
export function checkEndpointPolicy(chain: Chain, judged: readonly Judged[], result: Result): void {
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
            shownStatement(endpoint.policy, number),
        ],
        directions,
        commands: [setPolicy(chain, endpoint, withException(endpoint.policy, number, judged[0]!.role.arn))],
    });
}

const setPolicy = ({ region }: Chain, { id }: Endpoint, policy: string | undefined) =>
    policy === undefined
        ? undefined
        : aws("ec2 modify-vpc-endpoint", { "vpc-endpoint-id": id, "policy-document": policy, region });
