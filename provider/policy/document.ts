/** A statement of a policy document. */
export interface Statement {
    /** Always `Allow`. */
    Effect: "Allow";
    /** The AWS service that can assume the role, in a trust policy. */
    Principal?: Record<"Service", string>;
    /** The actions that the statement allows. */
    Action: string | string[];
    /** The ARNs of the resources, or patterns of them. Undefined in a trust policy. */
    Resource?: string[];
    /** The conditions of a trust policy, by operator and condition key. */
    Condition?: Record<string, Record<string, string | string[]>>;
}

/**
 * A policy document, as a plain object. See
 * [IAM JSON policy elements](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
 */
export interface PolicyDocument {
    /** The version of the policy language. */
    Version: "2012-10-17";
    /** The statements. */
    Statement: Statement[];
}

/** The actions that one resource gets. */
export interface Grant {
    readonly resource: string;
    readonly actions: readonly string[];
}

export function policyDocument(statements: Statement[]): PolicyDocument {
    return { Version: "2012-10-17", Statement: statements };
}

/**
 * The fewest statements that grant exactly `grants`: resources with the same actions share one. The order of
 * `grants` and any repetition leave no trace, so that reordering inputs never shows as a change.
 */
export function allow(grants: readonly Grant[]): Statement[] {
    const actionsOf = new Map<string, readonly string[]>();
    for (const { resource, actions } of grants) {
        if (actions.length === 0) continue;
        const known = actionsOf.get(resource);
        // Nearly all grants share one list, which is sorted and compared once.
        actionsOf.set(resource, known === undefined || known === actions ? actions : [...known, ...actions]);
    }

    const statements = new Map<string, Statement & { Resource: string[] }>();
    const statementFor = once((actions: readonly string[]) => {
        const sorted = [...new Set(actions)].sort();
        const same = statements.get(sorted.join());
        const statement = same ?? { Effect: "Allow", Action: sorted, Resource: [] };
        statements.set(sorted.join(), statement);
        return statement;
    });
    for (const resource of [...actionsOf.keys()].sort()) {
        statementFor(actionsOf.get(resource)!).Resource.push(resource);
    }
    return [...statements.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
}

/** Calls `make` for each key once. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
    const made = new Map<Key, Value>();
    return (key) => {
        const value = made.get(key) ?? make(key);
        made.set(key, value);
        return value;
    };
}
