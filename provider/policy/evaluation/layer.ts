import { CannotEvaluate } from "./cannotEvaluate";
import type { Lookup } from "./context";
import { covers } from "./evaluate";
import { reaches, type Reach } from "./principal";
import { statementsOf, type AnyPolicyDocument, type Statement } from "./statement";
import { answerOf, both, either, no, unknown, type StatementReference, type Truth } from "./truth";

/** A policy, with a name to refer to it. */
export interface NamedPolicy {
    /** The name or the ARN of the policy. The evaluation only repeats it. */
    readonly name: string;
    /** The policy document. Undefined if it is not known. */
    readonly document: AnyPolicyDocument | undefined;
}

/** What the policies of one layer say about a request of a role. */
export interface Layer {
    readonly denies: Truth;
    /** By whom the statements name. Identity-based policies name nobody, which counts as the role. */
    readonly allows: Readonly<Record<Reach, Truth>>;
}

export interface LayerRequest {
    readonly action: string;
    readonly resource: string;
    readonly roleArn: string;
    readonly valueOf: Lookup;
}

export function identityLayer(policies: readonly NamedPolicy[], request: LayerRequest): Layer {
    return layer(policies, request, ({ principal }) =>
        principal ? unknown("an identity-based policy has no Principal") : "role",
    );
}

export function resourceLayer(policies: readonly NamedPolicy[], request: LayerRequest): Layer {
    return layer(policies, request, ({ principal }) => {
        if (!principal) return unknown("a resource-based policy has a Principal");
        try {
            return reaches(principal(), request.roleArn);
        } catch (error) {
            if (error instanceof CannotEvaluate) return unknown(error.message);
            throw error;
        }
    });
}

type ReachOf = (statement: Statement) => Reach | readonly Reach[] | Truth;

const every: readonly Reach[] = ["role", "session", "account", "everyone"];

function layer(policies: readonly NamedPolicy[], request: LayerRequest, reachOf: ReachOf): Layer {
    const denies: Truth[] = [];
    const allows: Record<Reach, Truth[]> = { role: [], session: [], account: [], everyone: [] };
    for (const { name, document } of policies) {
        for (const found of applying(name, document, request)) {
            const reach = found.statement ? reachOf(found.statement) : found.truth;
            const isTruth = typeof reach === "object" && "is" in reach;
            const truth = isTruth ? both(found.truth, reach) : found.truth;
            const effect = found.statement?.effect;
            const reached = isTruth ? every : [reach].flat();
            if (effect !== "Allow" && reached.length > 0) denies.push(truth);
            if (effect !== "Deny") reached.forEach((each) => allows[each].push(truth));
        }
    }
    return {
        denies: either(...denies),
        allows: {
            role: either(...allows.role),
            session: either(...allows.session),
            account: either(...allows.account),
            everyone: either(...allows.everyone),
        },
    };
}

interface Applying {
    /** Undefined: a policy that cannot be read, which may say anything. */
    readonly statement: Statement | undefined;
    readonly truth: Truth;
}

function applying(
    policy: string,
    document: AnyPolicyDocument | undefined,
    request: LayerRequest,
): Applying[] {
    if (document === undefined) return [{ statement: undefined, truth: unknown(`${policy} was not read`) }];
    const statements = readable(document);
    if (!Array.isArray(statements)) return [{ statement: undefined, truth: statements }];
    return statements
        .map((statement, i) => ({
            statement,
            truth: isAbout(statement, request, { policy, statement: i + 1, sid: statement.sid }),
        }))
        .filter(({ truth }) => truth.is !== "false");
}

function readable(document: AnyPolicyDocument): Statement[] | Truth {
    try {
        return statementsOf(document);
    } catch (error) {
        if (error instanceof CannotEvaluate || error instanceof SyntaxError) return unknown(error.message);
        throw error;
    }
}

/** What is surely not about the request is so, whatever else of the statement cannot be evaluated. */
function isAbout(statement: Statement, request: LayerRequest, by: StatementReference): Truth {
    const { action, resource, valueOf } = request;
    if (statement.effect === undefined) return unknown(statement.problems[0]?.message ?? "no Effect");
    const where = by.sid ?? `statement ${by.statement}`;
    const truth = both(
        answerOf(() => statement.isForAction(action)),
        answerOf(() => covers(statement, resource, valueOf)),
        ...conditionsOf(statement, valueOf),
    );
    if (truth.is === "unknown")
        return unknown(...truth.reasons.map((reason) => `${where} of ${by.policy}: ${reason}`));
    return truth.is === "true" ? { is: "true", by } : no;
}

function conditionsOf(statement: Statement, valueOf: Lookup): Truth[] {
    const tests = answerOf(() => statement.conditions().length > 0);
    if (tests.is !== "true") return tests.is === "unknown" ? [tests] : [];
    return statement.conditions().map((holds) => answerOf(() => holds(valueOf)));
}
