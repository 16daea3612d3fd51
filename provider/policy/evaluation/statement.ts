import { actionTest } from "./action";
import { CannotEvaluate, refuse } from "./cannotEvaluate";
import { conditionTest, type ConditionTest } from "./condition";
import type { PrincipalElement } from "./principal";
import { resourceTest, type ResourceTest } from "./resource";
import type { Version } from "./text";

/** A policy document that may come from anywhere: JSON, or the object that `JSON.parse` returns. */
export type AnyPolicyDocument = string | object;

/** A statement of a policy, as the questions that decide whether it applies to a request. A question can throw `CannotEvaluate`. */
export interface Statement {
    /** Undefined if the statement cannot be read. */
    readonly effect: "Allow" | "Deny" | undefined;
    readonly sid: string | undefined;
    /** Missing in an identity-based policy. */
    readonly principal: (() => PrincipalElement) | undefined;
    readonly isForAction: (action: string) => boolean;
    /** Missing in a trust policy, which is about the role that it is attached to. */
    readonly resources: (() => Resources) | undefined;
    readonly conditions: () => readonly ConditionTest[];
    /** What cannot be evaluated, whatever the request is. */
    readonly problems: readonly CannotEvaluate[];
}

export interface Resources {
    readonly tests: readonly ResourceTest[];
    readonly except: boolean;
}

type Elements = Record<string, unknown>;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function statementsOf(document: AnyPolicyDocument): Statement[] {
    const policy = elements(typeof document === "string" ? JSON.parse(document) : document, "a policy", [
        "Version",
        "Id",
        "Statement",
    ]);
    const version = policy.Version ?? "2008-10-17";
    if (version !== "2008-10-17" && version !== "2012-10-17")
        return refuse(`there is no version ${JSON.stringify(version)} of the policy language`);
    return [policy.Statement].flat().map((statement) => read(statement, version));
}

function read(value: unknown, version: Version): Statement {
    const problems: CannotEvaluate[] = [];
    const whole = deferred(problems, () =>
        elements(value, "a statement", [
            ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
            ...["Resource", "NotResource", "Condition"],
        ]),
    );
    const statement = problems.length === 0 ? whole() : {};
    const { Effect, Principal, NotPrincipal, Condition, Sid } = statement;
    const effect = Effect === "Allow" || Effect === "Deny" ? Effect : undefined;
    if (effect === undefined) problems.push(new CannotEvaluate(`Effect is ${JSON.stringify(Effect)}`));
    const actions = deferred(problems, () => {
        const { values, except } =
            oneOf(statement, "Action", "NotAction") ?? refuse("a statement has no Action");
        const tests = values.map(actionTest);
        return (action: string) => tests.some((isMeant) => isMeant(action)) !== except;
    });
    const hasResources = statement.Resource !== undefined || statement.NotResource !== undefined;
    const hasPrincipal = Principal !== undefined || NotPrincipal !== undefined;
    return {
        effect,
        sid: typeof Sid === "string" ? Sid : undefined,
        principal: hasPrincipal
            ? deferred(problems, () =>
                  NotPrincipal === undefined
                      ? principals(Principal)
                      : refuse("a statement has elements that are not supported: NotPrincipal"),
              )
            : undefined,
        isForAction: (action) => actions()(action),
        resources: hasResources
            ? deferred(problems, () => {
                  const { values, except } = oneOf(statement, "Resource", "NotResource")!;
                  return { tests: values.map((pattern) => resourceTest(pattern, version)), except };
              })
            : undefined,
        conditions: Condition === undefined ? () => [] : conditions(problems, Condition, version),
        problems,
    };
}

/** What `compute` gives now, or its problem each time that it is needed, so that what else the statement says still counts. */
function deferred<T>(problems: CannotEvaluate[], compute: () => T): () => T {
    try {
        const value = compute();
        return () => value;
    } catch (error) {
        if (!(error instanceof CannotEvaluate)) throw error;
        problems.push(error);
        return () => {
            throw error;
        };
    }
}

function principals(value: unknown): PrincipalElement {
    if (value === "*") return "*";
    return Object.entries(elements(value, "Principal")).flatMap(([type, names]) =>
        strings(names, `Principal.${type}`).map((name) => ({ type, name })),
    );
}

function conditions(
    problems: CannotEvaluate[],
    value: unknown,
    version: Version,
): () => readonly ConditionTest[] {
    return deferred(problems, () =>
        Object.entries(elements(value, "Condition")).flatMap(([operator, keys]) =>
            Object.entries(elements(keys, operator)).map(([key, values]): ConditionTest => {
                const test = deferred(problems, () =>
                    conditionTest(operator, key, strings(values, key), version),
                );
                return (valueOf) => test()(valueOf);
            }),
        ),
    );
}

function oneOf(statement: Elements, name: string, except: string) {
    if (statement[name] !== undefined && statement[except] !== undefined)
        refuse(`a statement has ${name} and ${except}`);
    const value = statement[name] ?? statement[except];
    return value === undefined
        ? undefined
        : { values: strings(value, name), except: statement[except] !== undefined };
}

/** One text or several; true and false may go without quotation marks. */
function strings(value: unknown, name: string): string[] {
    const values = [value].flat().map((each) => (typeof each === "boolean" ? String(each) : each));
    if (values.length === 0) return refuse(`${name} is an empty list`);
    return values.map((each) =>
        typeof each === "string" ? each : refuse(`${name} holds ${JSON.stringify(each)}`),
    );
}

function elements(value: unknown, what: string, known?: readonly string[]): Elements {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return refuse(`${what} is ${JSON.stringify(value)}`);
    const unknown = Object.keys(value).filter((name) => known?.includes(name) === false);
    if (unknown.length > 0) refuse(`${what} has elements that are not supported: ${unknown.join()}`);
    return { ...value };
}
