import { CannotEvaluate, evaluateResourcePolicy, type Context } from "../../provider/policy/evaluation";
import { trustPolicyDocument } from "../../provider/policy/trustPolicy";
import type { Chain } from "../chain";
import type { Role, RoleFacts } from "../facts";
import { aws } from "../fix/command";
import { parsed, statementsOf, withReplaced } from "../fix/documents";
import { Result, type CheckLink } from "./result";

const service = "rds.amazonaws.com";

/** Amazon RDS can assume each role, for this account and this database. */
export const checkTrust: CheckLink = (chain) => {
    const result = new Result(chain, "trust");
    for (const [facts, directions] of rolesOf(chain)) {
        const role = result.read(facts.role, `the trust policy of ${facts.arn}`);
        if (role) checkRole(chain, role, directions, result);
        else if ("read" in facts.role)
            result.finding("S3ACCESS030", {
                problem: `The role ${facts.arn} does not exist.`,
                evidence: [`IAM has no role ${facts.arn}.`],
                directions,
            });
    }
    return result;
};

export function rolesOf({ directions, ways }: Chain): Map<RoleFacts, Chain["directions"]> {
    const roles = new Map<RoleFacts, Chain["directions"]>();
    for (const direction of directions) {
        const role = ways[direction]?.role;
        if (role) roles.set(role, [...(roles.get(role) ?? []), direction]);
    }
    return roles;
}

type Answer = "allowed" | "explicitDeny" | "implicitDeny" | { readonly unknown: string };

function ask(document: string | object, context: Context): Answer {
    try {
        const principal = { Service: service };
        return evaluateResourcePolicy(document, { action: "sts:AssumeRole", principal, context });
    } catch (error) {
        if (error instanceof CannotEvaluate || error instanceof SyntaxError)
            return { unknown: error.message };
        throw error;
    }
}

/** Those whose values are known, or that Amazon RDS cannot send. */
const knownKeys = ["aws:sourceaccount", "aws:sourcearn", "sts:externalid"];

/** Each statement by itself, as others can say what is not supported, or depend on what is not known. */
function askAll(chain: Chain, role: Role): Answer {
    const policy = parsed(role.trustPolicy);
    if (!policy) return { unknown: "the trust policy is not JSON" };
    const answers = statementsOf(policy).map((statement): { effect: unknown; answer: Answer } => {
        const { Effect: effect, Condition, ...rest } = statement as Elements;
        const unknownKey = Object.values((Condition ?? {}) as Record<string, object>)
            .flatMap(Object.keys)
            .find((key) => !knownKeys.includes(key.toLowerCase()));
        const whole = ask({ ...policy, Statement: [statement] }, sentBy(chain));
        if (unknownKey === undefined) return { effect, answer: whole };
        const without = ask({ ...policy, Statement: [{ ...rest, Effect: effect }] }, {});
        if (without === "implicitDeny") return { effect, answer: without };
        return { effect, answer: { unknown: `the value of the condition key ${unknownKey} is not known` } };
    });
    if (answers.some(({ answer }) => answer === "explicitDeny")) return "explicitDeny";
    const isUnknown = ({ answer }: { answer: Answer }) => typeof answer !== "string";
    const doubt = answers.find((each) => isUnknown(each) && each.effect === "Deny");
    if (doubt) return doubt.answer;
    if (answers.some(({ answer }) => answer === "allowed")) return "allowed";
    return answers.find(isUnknown)?.answer ?? "implicitDeny";
}

type Elements = Record<string, unknown>;

const sentBy = ({ account, database }: Chain): Context => ({
    "aws:SourceAccount": account,
    "aws:SourceArn": database.arn,
});

function checkRole(chain: Chain, role: Role, directions: Chain["directions"], result: Result): void {
    const decision = askAll(chain, role);
    if (typeof decision !== "string") {
        result.cannotCheck(`whether the trust policy of ${role.arn} allows ${service}`, decision.unknown);
    } else if (decision === "allowed") {
        result.holds(
            `The trust policy of ${role.arn} allows ${service} to assume it for ${chain.database.arn}.`,
        );
    } else if (decision === "explicitDeny") {
        result.finding("S3ACCESS033", {
            problem: `The trust policy of ${role.arn} denies ${service}.`,
            evidence: [`Trust policy: ${compact(role.trustPolicy)}`],
            directions,
        });
    } else {
        notAllowed(chain, role, directions, result);
    }
}

function notAllowed(chain: Chain, role: Role, directions: Chain["directions"], result: Result): void {
    const conditional = statementsOf(parsed(role.trustPolicy) ?? {}).flatMap((statement, i) => {
        const { Condition, ...rest } = statement as Elements;
        const isForRds = ask({ Version: "2012-10-17", Statement: [rest] }, {}) === "allowed";
        return isForRds && Condition !== undefined ? [{ number: i + 1, Condition }] : [];
    });
    const commands = [
        updateTrust(
            chain,
            role,
            conditional.map(({ number }) => number),
        ),
    ];
    const found = { directions, commands, pulumi: `sourceArns: ["${chain.database.arn}"]` };
    if (conditional.length === 0) {
        result.finding("S3ACCESS031", {
            ...found,
            problem: `The trust policy of ${role.arn} does not allow ${service} to assume the role.`,
            evidence: [`Trust policy: ${compact(role.trustPolicy)}`],
            pulumi: undefined,
        });
    } else if (chain.engine === "aurora-mysql" && isTrustedWithoutKeys(role) && !isInvalid(chain, role)) {
        result.cannotCheck(
            `whether the conditions of the trust policy of ${role.arn} hold`,
            `they don't match ${chain.database.arn}, but AWS does not document whether RDS sends these keys for Aurora MySQL`,
        );
    } else {
        result.finding("S3ACCESS032", {
            ...found,
            problem: `The conditions of the trust policy of ${role.arn} don't match ${chain.database.arn}.`,
            evidence: [
                ...conditional.map(({ Condition }) => `Condition: ${JSON.stringify(Condition)}`),
                `aws:SourceAccount is ${chain.account}, and aws:SourceArn is ${chain.database.arn}.`,
            ],
        });
    }
}

const isTrustedWithoutKeys = ({ trustPolicy }: Role) =>
    statementsOf(parsed(trustPolicy) ?? {}).some(
        (Statement) => ask({ Version: "2012-10-17", Statement }, {}) === "allowed",
    );

const isInvalid = ({ database }: Chain, { arn }: Role) =>
    database.associatedRoles.some(({ roleArn, status }) => roleArn === arn && status === "INVALID");

/** The trust policy with our statement instead of those that do not apply. */
function updateTrust(chain: Chain, role: Role, replaced: readonly number[]): string | undefined {
    const ours = trustPolicyDocument({
        sourceConditions: chain.rules.sourceConditions,
        sourceAccount: chain.account,
        sourceArns: [chain.database.arn],
    });
    const document = withReplaced(role.trustPolicy, replaced, ours.Statement);
    return (
        document &&
        aws("iam update-assume-role-policy", { "role-name": role.name, "policy-document": document })
    );
}

const compact = (document: string) => {
    const policy = parsed(document);
    return policy ? JSON.stringify(policy) : document;
};
