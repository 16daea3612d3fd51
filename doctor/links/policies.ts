import type { Judged } from "../access/requests";
import type { Chain } from "../chain";
import type { CodeName } from "../codes";
import type { Fact, PolicyFacts, RoleFacts } from "../facts";
import { isRead } from "../facts";
import { allow } from "../../provider/policy/document";
import { aws } from "../fix/command";
import { shownStatement, withStatements } from "../fix/documents";
import { grantsFor, pulumiInput, putRolePolicy } from "../fix/grant";
import { furtherFiles } from "./furtherFiles";
import { actionsOf, denied, pass, requestsOf, tellUnknown } from "./groups";
import { Result, type CheckJudged } from "./result";
import { rolesOf } from "./trust";
import { tooWide } from "./tooWide";

/** The policies of each role and its permissions boundary allow what is needed. */
export const checkPolicies: CheckJudged = (chain, judged) => {
    const result = new Result(chain, "policies");
    for (const role of rolesOf(chain).keys()) {
        if (isRead(role.role) && role.role.read === undefined) continue;
        readAll(role, result);
        const own = judged.filter((each) => each.role === role);
        const required = own.filter(({ key }) => key?.isOptional !== true);
        missing(chain, role, required, result);
        boundary(chain, role, required, result);
        explicit(role, required, result);
        tellUnknown(result, required, ["identity", "boundary"], () => `the role ${role.arn}`);
        const isFine = pass(own, ["identity", "boundary"]);
        if (own.length > 0 && isFine)
            result.holds(`The policies of ${role.arn} allow ${requestsOf(own).join(", ")}.`);
        tooWide(role).forEach((text) => result.note(text));
        if (isFine) furtherFiles(chain, role, own).forEach((text) => result.note(text));
    }
    withoutRole(chain, result);
    return result;
};

/** Every role could be the one: what cannot be read of them may be why it is not known. */
function withoutRole({ directions, ways, facts, database }: Chain, result: Result): void {
    const without = directions.filter((direction) => !ways[direction]?.role);
    for (const direction of without)
        result.cannotCheck(
            `the trust policy and the policies of the role for ${direction}`,
            "it is not known which role the database uses",
        );
    for (const role of without.length > 0 ? facts.roles : []) {
        result.read(role.role, `the trust policy of ${role.arn}`);
        readAll(role, result);
    }
    if (facts.asked.locations.length === 0)
        result.cannotCheck(
            `the access of ${database.identifier} to buckets, objects and keys`,
            "no bucket is named, neither in the command nor in the policies of the roles",
        );
}

function readAll(role: RoleFacts, result: Result): void {
    readPolicies(role.attachedPolicies, `the attached policies of ${role.arn}`, result);
    readPolicies(role.inlinePolicies, `the inline policies of ${role.arn}`, result);
    const boundary = isRead(role.role) ? role.role.read?.boundary : undefined;
    if (boundary) result.read(boundary.document, `the permissions boundary ${boundary.name}`);
}

function readPolicies(policies: Fact<readonly PolicyFacts[]>, what: string, result: Result): void {
    for (const { name, document } of result.read(policies, what) ?? [])
        result.read(document, `the policy ${name}`);
}

const codeOf = { bucket: "S3ACCESS040", object: "S3ACCESS041", key: "S3ACCESS042" } as const satisfies Record<
    Judged["on"],
    CodeName
>;

function missing(chain: Chain, role: RoleFacts, judged: readonly Judged[], result: Result): void {
    const groups = denied(
        judged,
        ({ layer, kind }) => layer === "identity" && kind === "implicit",
        ({ on, resource }) => `${on} ${resource}`,
    );
    for (const { judged: group, directions } of groups.filter(({ judged: all }) => isOnlyImplicit(all))) {
        const [first] = group;
        result.finding(codeOf[first!.on], {
            problem: `The policies of ${role.arn} don't allow ${actionsOf(group).join(", ")} on ${first!.resource}.`,
            evidence: [
                ...actionsOf(group).map((action) => `No statement allows ${action} on ${first!.resource}.`),
                ...(first!.key ? [first!.key.evidence] : []),
            ],
            directions,
            commands: [putRolePolicy(chain, role, group)],
            pulumi: pulumiInput(chain, first!),
        });
    }
}

/** What a statement denies is told once. */
const isOnlyImplicit = (judged: readonly Judged[]) =>
    judged.every(({ decision }) =>
        decision.denials.every(({ layer, kind }) => layer !== "identity" || kind === "implicit"),
    );

function boundary(chain: Chain, role: RoleFacts, judged: readonly Judged[], result: Result): void {
    const policy = isRead(role.role) ? role.role.read?.boundary : undefined;
    const implicit = judged.filter(({ decision }) =>
        decision.denials.every(({ layer, kind }) => layer !== "boundary" || kind === "implicit"),
    );
    const groups = denied(
        implicit,
        ({ layer }) => layer === "boundary",
        () => "",
    );
    for (const { judged: group, directions } of policy ? groups : []) {
        const document = isRead(policy!.document) ? policy!.document.read : undefined;
        const changed = withStatements(document ?? "", allow(grantsFor(chain, group)));
        const isOurs = !policy!.name.includes(":iam::aws:");
        result.finding("S3ACCESS043", {
            problem: `The permissions boundary ${policy!.name} of ${role.arn} doesn't allow ${actionsOf(group).join(", ")}.`,
            evidence: requestsOf(group).map((request) => `The boundary doesn't allow ${request}.`),
            directions,
            commands: [
                isOurs && changed !== undefined
                    ? aws("iam create-policy-version", {
                          "policy-arn": policy!.name,
                          "policy-document": changed,
                          "set-as-default": true,
                      })
                    : undefined,
            ],
        });
    }
}

function explicit(role: RoleFacts, judged: readonly Judged[], result: Result): void {
    const groups = denied(
        judged,
        ({ layer, kind }) => (layer === "identity" || layer === "boundary") && kind === "explicit",
        (_, { by }) => `${by?.policy} ${by?.statement}`,
    );
    for (const { judged: group, denial, directions } of groups) {
        const { policy = "", statement = 0 } = denial.by ?? {};
        result.finding("S3ACCESS044", {
            problem: `The policy ${policy} of ${role.arn} denies ${actionsOf(group).join(", ")}.`,
            evidence: [
                ...requestsOf(group).map((request) => `It denies ${request}.`),
                shownStatement(documentOf(role, policy), statement),
            ],
            directions,
        });
    }
}

function documentOf(facts: RoleFacts, name: string): string | undefined {
    const role = isRead(facts.role) ? facts.role.read : undefined;
    const policies = [
        ...(isRead(facts.attachedPolicies) ? facts.attachedPolicies.read : []),
        ...(isRead(facts.inlinePolicies) ? facts.inlinePolicies.read : []),
        ...(role?.boundary ? [role.boundary] : []),
    ];
    const document = policies.find((policy) => policy.name === name)?.document;
    return document && isRead(document) ? document.read : undefined;
}
