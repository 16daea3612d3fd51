import { refuse } from "./cannotEvaluate";
import { plain } from "./text";
import { anywhere, betweenColons, expression, matches, type Piece } from "./wildcards";

/** How a value of the request is compared with a value of the policy. */
export interface Operator {
    readonly matches: (given: string, wanted: readonly Piece[]) => boolean;
    /** The condition holds if no value matches, and if the key is missing. */
    readonly negated: boolean;
    readonly takesVariables: boolean;
}

const equals: Operator["matches"] = (given, wanted) => given === plain(wanted);
const equalsIgnoreCase: Operator["matches"] = (given, wanted) =>
    given.toLowerCase() === plain(wanted).toLowerCase();
const like: Operator["matches"] = (given, wanted) => matches(expression(wanted, anywhere), given);
const bool: Operator["matches"] = (given, wanted) => truth(given) === truth(plain(wanted));

/** The six parts of an ARN are compared one by one; the last one may hold colons. */
const arnLike: Operator["matches"] = (given, wanted) => {
    if (!isArn(given)) refuse(`"${given}" is compared with ARNs but is none`);
    if (!isArn(plain(wanted))) refuse(`"${plain(wanted)}" is for ARNs but is none`);
    let colons = 0;
    const source = wanted.map((piece) => {
        const reach = colons < 5 ? betweenColons : anywhere;
        if ("literal" in piece) colons += piece.literal.split(":").length - 1;
        return expression([piece], reach);
    });
    return matches(source.join(""), given);
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const operators: ReadonlyMap<string, Operator> = new Map([
    ["StringEquals", { matches: equals, negated: false, takesVariables: true }],
    ["StringNotEquals", { matches: equals, negated: true, takesVariables: true }],
    ["StringEqualsIgnoreCase", { matches: equalsIgnoreCase, negated: false, takesVariables: true }],
    ["StringNotEqualsIgnoreCase", { matches: equalsIgnoreCase, negated: true, takesVariables: true }],
    ["StringLike", { matches: like, negated: false, takesVariables: true }],
    ["StringNotLike", { matches: like, negated: true, takesVariables: true }],
    // The documentation says that these two behave identically, and so do their negations.
    ["ArnEquals", { matches: arnLike, negated: false, takesVariables: true }],
    ["ArnLike", { matches: arnLike, negated: false, takesVariables: true }],
    ["ArnNotEquals", { matches: arnLike, negated: true, takesVariables: true }],
    ["ArnNotLike", { matches: arnLike, negated: true, takesVariables: true }],
    ["Bool", { matches: bool, negated: false, takesVariables: false }],
]);

/** true or false, as the documents write them. */
export function truth(value: string): boolean {
    if (value !== "true" && value !== "false") refuse(`"${value}" is neither true nor false`);
    return value === "true";
}

function isArn(value: string): boolean {
    return /^arn(:[^:]*){4}:/.test(value);
}
