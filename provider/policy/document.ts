/** One statement of an IAM policy document that we write. */
export interface Statement {
    Effect: "Allow";
    Principal?: { Service: string };
    Action: string | string[];
    Resource?: string[];
    Condition?: Record<string, Record<string, string | string[]>>;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface PolicyDocument {
    Version: "2012-10-17";
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
    const actionsOf = new Map<string, Set<string>>();
    for (const { resource, actions } of grants) {
        if (actions.length === 0) continue;
        const known = actionsOf.get(resource) ?? new Set();
        actions.forEach((action) => known.add(action));
        actionsOf.set(resource, known);
    }

    const statements = new Map<string, Statement & { Resource: string[] }>();
    for (const resource of [...actionsOf.keys()].sort()) {
        const actions = [...(actionsOf.get(resource) ?? [])].sort();
        const together = statements.get(actions.join());
        if (together) together.Resource.push(resource);
        else statements.set(actions.join(), { Effect: "Allow", Action: actions, Resource: [resource] });
    }
    return [...statements.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
}
