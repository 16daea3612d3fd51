import { actionsOn, actionsWithoutCall, callsOn } from "../matrix/calls";
import { isExpected, placesOf, rows, type Row } from "../matrix/expected";
import { kinds, placeNames, places, type Place } from "../matrix/places";
import { titleOf } from "../matrix/titles";
import { assumptions } from "../matrix/trust";
import { markdownTable } from "../../../tools/markdownTable";
import { codes, count } from "./text";

const isManaged = ({ allowed }: Row) =>
    Object.values(allowed)
        .flat()
        .some((action) => action.endsWith("*"));

/** What a role may do where. */
export function matrixTable(): string {
    const columns = placeNames;
    return markdownTable(
        ["role for", ...columns.map((place) => places[place].title)],
        rows.map((row) => [titleOf(row), ...columns.map((place) => cell(row, place))]),
    );
}

function cell(row: Row, place: Place): string {
    if (!placesOf(row).includes(place)) return "";
    const allowed = row.allowed[place] ?? [];
    return allowed.length === 0 ? "–" : codes(allowed);
}

/** How many cells there are, what proves them, and what is denied everywhere. */
export function matrixSummary(): string {
    const own = rows.filter((row) => !isManaged(row));
    const everyAction = kinds.flatMap((kind) => actionsOn[kind]);
    const deniedBy = (some: readonly Row[]) =>
        everyAction.filter(
            (action) => !some.some((row) => placesOf(row).some((place) => isExpected(row, place, action))),
        );
    const denied = deniedBy(own);
    const calls = sum((place) => callsOn[places[place].kind].length);
    const evaluated = sum((place) => actionsOn[places[place].kind].length);
    const withoutCall = kinds.flatMap(actionsWithoutCall).length;
    const kms = deniedBy(rows).filter((action) => action.startsWith("kms:")).length;
    return [
        `- ${count(calls)} calls are sent as these roles to the emulated AWS: every operation of Amazon S3 and AWS KMS that it implements, in each place.`,
        `- ${count(evaluated)} decisions of the policy evaluator cover all ${everyAction.length} actions of Amazon S3 and AWS KMS, in each place, on the deployed documents. Only the evaluator covers the ${withoutCall} actions for which the emulated AWS has no operation.`,
        `- Without an AWS managed policy, ${denied.length} of the ${everyAction.length} actions are denied everywhere. This includes every action that changes a bucket, a policy, an access control list or a key.`,
        `- With an AWS managed policy, ${kms} actions of AWS KMS are denied everywhere for every role.`,
        "",
    ].join("\n");
}

const sum = (each: (place: Place) => number): number =>
    rows.flatMap((row) => placesOf(row).map(each)).reduce((total, number) => total + number, 0);

/** The calls that stand for an action. */
export function callsTable(): string {
    const granted = new Set(
        rows.filter((row) => !isManaged(row)).flatMap(({ allowed }) => Object.values(allowed).flat()),
    );
    const calls = kinds.flatMap((kind) => callsOn[kind]);
    return markdownTable(
        ["action", "operations that are tried"],
        [...granted].sort().map((action) => {
            const operations = calls
                .filter(([judged]) => judged === action)
                .map(([, operation]) => operation);
            return [codes([action]), codes([...new Set(operations)])];
        }),
    );
}

export const trustTable = (): string =>
    markdownTable(
        ["who assumes the role", "Aurora MySQL", "Aurora PostgreSQL"],
        assumptions.map(({ who, mysql, postgresql }) => [who, mysql, postgresql]),
    );
