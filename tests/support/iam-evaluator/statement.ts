import { actionTest } from "./action";
import { refuse } from "./cannotEvaluate";
import { conditionTest, type ConditionTest } from "./condition";
import { principalTest, type Principal } from "./principal";
import { resourceTest, type ResourceTest } from "./resource";
import type { Version } from "./text";

/** A policy as it was written: JSON, or what JSON.parse makes of it. */
export type PolicyDocument = string | object;

/** A statement of a policy, as the questions that decide whether it applies to a request. */
export interface Statement {
    readonly effect: "Allow" | "Deny";
    readonly isForPrincipal: ((principal: Principal) => boolean) | undefined;
    readonly isForAction: (action: string) => boolean;
    /** Missing in a trust policy, which is about the role that it is attached to. */
    readonly resources: { readonly tests: readonly ResourceTest[]; readonly except: boolean } | undefined;
    readonly conditions: readonly ConditionTest[];
}

type Elements = Record<string, unknown>;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function statementsOf(document: PolicyDocument): Statement[] {
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
    const statement = elements(value, "a statement", [
        ...["Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
    ]);
    const { Effect, Principal, Condition } = statement;
    if (Effect !== "Allow" && Effect !== "Deny") return refuse(`Effect is ${JSON.stringify(Effect)}`);

    const actions = oneOf(statement, "Action", "NotAction") ?? refuse("a statement has no Action");
    const actionTests = actions.values.map(actionTest);
    const resources = oneOf(statement, "Resource", "NotResource");
    return {
        effect: Effect,
        isForPrincipal: Principal === undefined ? undefined : principals(Principal),
        isForAction: (action) => actionTests.some((isMeant) => isMeant(action)) !== actions.except,
        resources: resources && {
            tests: resources.values.map((pattern) => resourceTest(pattern, version)),
            except: resources.except,
        },
        conditions: Condition === undefined ? [] : conditions(Condition, version),
    };
}

function principals(value: unknown): (principal: Principal) => boolean {
    if (value === "*") return () => true;
    const tests = Object.entries(elements(value, "Principal")).flatMap(([type, names]) =>
        strings(names, `Principal.${type}`).map((name) => principalTest(type, name)),
    );
    return (principal) => tests.some((isMeant) => isMeant(principal));
}

function conditions(value: unknown, version: Version): ConditionTest[] {
    return Object.entries(elements(value, "Condition")).flatMap(([operator, keys]) =>
        Object.entries(elements(keys, operator)).map(([key, values]) =>
            conditionTest(operator, key, strings(values, key), version),
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
