type Elements = Record<string, unknown>;

/** Nothing if the document is not JSON of a policy: no command can be given then. */
type Document = string | undefined;

/** The policy with further statements. */
export function withStatements(document: Document, added: readonly object[]): Document {
    const policy = document === undefined ? { Version: "2012-10-17" } : parsed(document);
    return policy && JSON.stringify({ ...policy, Statement: [...statementsOf(policy), ...added] });
}

/** The policy without the statements of these numbers, from 1, and with others instead. */
export function withReplaced(
    document: Document,
    numbers: readonly number[],
    added: readonly object[],
): Document {
    const policy = document === undefined ? undefined : parsed(document);
    if (!policy) return undefined;
    const kept = statementsOf(policy).filter((_, i) => !numbers.includes(i + 1));
    return JSON.stringify({ ...policy, Statement: [...kept, ...added] });
}

/** The policy with a Deny statement, the number of which is from 1, that does not apply to the role. */
export function withException(document: Document, number: number, roleArn: string): Document {
    const policy = document === undefined ? undefined : parsed(document);
    if (!policy) return undefined;
    const Statement = statementsOf(policy).map((statement, i) =>
        i === number - 1 ? excepted(statement as Elements, roleArn) : statement,
    );
    return JSON.stringify({ ...policy, Statement });
}

function excepted(statement: Elements, roleArn: string): Elements {
    const condition = (statement.Condition ?? {}) as Record<string, Elements>;
    const operator = "ArnNotEquals";
    const key = "aws:PrincipalArn";
    const other = condition[operator] ?? {};
    const arns = [other[key] ?? [], roleArn].flat();
    return {
        ...statement,
        Condition: { ...condition, [operator]: { ...other, [key]: arns.length === 1 ? arns[0] : arns } },
    };
}

/** A statement of the policy, by its number from 1, as evidence shows it. */
export function shownStatement(document: Document, number: number): string {
    const policy = document === undefined ? undefined : parsed(document);
    return `Statement ${number}: ${JSON.stringify(policy && statementsOf(policy)[number - 1])}`;
}

export const statementsOf = ({ Statement }: Elements): unknown[] =>
    Statement === undefined ? [] : [Statement].flat();

export function parsed(document: string): Elements | undefined {
    try {
        const value: unknown = JSON.parse(document);
        return typeof value === "object" && value !== null ? { ...value } : undefined;
    } catch {
        return undefined;
    }
}
