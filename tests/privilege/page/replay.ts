import { replayed, type Replayed } from "../replay/replayed";
import { sources, type Source } from "../replay/sources";
import type { Step } from "../replay/step";
import { markdownTable } from "../../../tools/markdownTable";
import { codes } from "./text";

const link = (source: Source): string => `[${sources[source].title}](${sources[source].url})`;

const evidence = (madeBy: Step["madeBy"]): string => (madeBy === "assumed" ? "assumed" : link(madeBy));

/** Each granted action, with the calls that fail without it. */
export const neededTable = (): string =>
    markdownTable(
        ["role for", "action", "calls that need it", "permission of the call", "AWS requires it in"],
        replayed.flatMap((each) => actionsOf(each).map((action) => neededRow(each, action))),
    );

const stepsOf = ({ statements }: Replayed): Step[] => statements.flatMap(({ steps }) => steps);

const actionsOf = (each: Replayed): string[] =>
    [...new Set(stepsOf(each).flatMap(({ needs, uses }) => [...needs, ...uses]))].sort(byService);

/** S3 before KMS. */
const byService = (a: string, b: string): number =>
    Number(a.startsWith("kms:")) - Number(b.startsWith("kms:")) || (a < b ? -1 : 1);

function neededRow(each: Replayed, action: string): string[] {
    const steps = stepsOf(each).filter(({ needs, uses }) => [...needs, ...uses].includes(action));
    const operations = new Map<string, Set<string>>();
    for (const { operation, madeBy } of steps)
        operations.set(operation, (operations.get(operation) ?? new Set()).add(madeBy));
    const calls = [...operations].map(([operation, by]) =>
        [...by].every((source) => source === "assumed") ? `\`${operation}\` (assumed)` : `\`${operation}\``,
    );
    const permissions = [...new Set(steps.map(({ permissions }) => permissions))];
    const required = action.startsWith("kms:") ? "encryption" : each.required;
    return [each.title, codes([action]), calls.join(", "), permissions.map(link).join(", "), link(required)];
}

/** The calls of each statement, in order. */
export const statementsTable = (): string =>
    markdownTable(
        ["statement", "calls, in order", "actions", "with SSE-KMS also", "Aurora makes the call"],
        replayed.flatMap(({ statements }) =>
            statements.flatMap(({ sql, steps }) =>
                steps.map(({ operation, on, needs, uses, madeBy }, i) => [
                    i === 0 ? `\`${sql}\`` : "",
                    `\`${operation}\` ${on}`,
                    codes(needs),
                    codes(uses),
                    evidence(madeBy),
                ]),
            ),
        ),
    );
