import { refuse } from "./cannotEvaluate";
import type { Lookup } from "./context";
import { operators, truth, type Operator } from "./operators";
import { parse, resolve, type Text, type Version } from "./text";

export type ConditionTest = (valueOf: Lookup) => boolean;

/**
 * One key under one operator. Values are alternatives; for a negated operator, none of them may match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export function conditionTest(
    operatorName: string,
    key: string,
    values: readonly string[],
    version: Version,
): ConditionTest {
    if (operatorName === "Null") return nullTest(key, values);
    const [, set, name = "", ifExists] =
        /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operatorName) ?? [];
    const operator = operators.get(name) ?? refuse(`the condition operator ${operatorName} is not supported`);
    if (set !== undefined && (operator.negated || ifExists !== undefined))
        refuse(`${operatorName}: the documentation explains ${set} with plain operators only`);
    if (!operator.takesVariables && values.some((value) => value.includes("${")))
        refuse(`${operatorName} takes no policy variables`);
    if (name === "Bool") values.forEach(truth);
    const texts = values.map((value) => parse(value, version));

    return (valueOf) => {
        const given = valueOf(key);
        if (set !== undefined)
            return setHolds(set, given, (value) => matchesAny(operator, value, texts, valueOf));
        if (given === undefined) return operator.negated || ifExists !== undefined;
        if (typeof given !== "string")
            return refuse(`${key} has several values, but ${operatorName} is for one`);
        return matchesAny(operator, given, texts, valueOf) !== operator.negated;
    };
}

function matchesAny(operator: Operator, given: string, texts: readonly Text[], valueOf: Lookup): boolean {
    return texts.some((text) => {
        const wanted = resolve(text, valueOf);
        if (wanted !== undefined) return operator.matches(given, wanted);
        return operator.negated && refuse("AWS does not say if what has no value is unequal to a value");
    });
}

function setHolds(set: string, given: ReturnType<Lookup>, isWanted: (value: string) => boolean): boolean {
    if (typeof given === "string")
        return refuse(`${set} is for keys of several values: give the request a list`);
    if (given?.includes("")) refuse(`${set} for an empty value: AWS calls that null, and not what follows`);
    return set === "ForAllValues:" ? (given ?? []).every(isWanted) : (given ?? []).some(isWanted);
}

/** `Null` holds for `true` if the key is missing, for `false` if it is there. */
function nullTest(key: string, values: readonly string[]): ConditionTest {
    const [wanted, another] = values.map(truth);
    if (another !== undefined) refuse(`Null takes one value for ${key}`);
    return (valueOf) => {
        const given = valueOf(key);
        if (given?.length === 0) refuse(`${key} is empty: AWS does not say if that is null`);
        return (given === undefined) === wanted;
    };
}
