import type { AuroraS3AccessArgs } from "../args";
import { engines } from "../engine";
import { directions, purposes } from "../plan/purposes";
import type { Planned } from "../plan/access";
import type { Known } from "../values/known";
import { firstOf } from "./check";
import { inputNames } from "./inputs";
import { listed, named, say, type Report } from "../values/message";
import { suggestionAmong } from "../values/suggestion";

type Input = keyof AuroraS3AccessArgs;

const access: readonly Input[] = ["importFrom", "exportTo", "predefinedPolicy", "kmsKeys"];

/** Which inputs are set together with which others, whatever their values are. */
export function checkCombinations(planned: Planned, report: Report): void {
    const { inputs } = planned;
    checkRequested(inputs, report);
    for (const { grants, name, description } of Object.values(purposes)) {
        for (const input of [name, description]) {
            if (inputs.field(input) && !inputs.field(grants))
                report(inputs, () => ({ rule: say`requires ${named(grants)}` }), input);
        }
    }
    for (const [input, others] of exclusive) {
        const together = others.filter((other) => has(inputs, other));
        if (!has(inputs, input) || together.length === 0) continue;
        report(inputs, () => ({ rule: say`cannot be set together with ${listed(together, "or")}` }), input);
    }
    checkConditions(inputs, report);
    checkIdle(planned, report);
    checkFamily(planned, report);
    checkEngine(planned, report);
}

const exclusive: readonly (readonly [Input, readonly Input[]])[] = [
    ["predefinedPolicy", ["importFrom", "exportTo"]],
    // A role that exists already is left as it is.
    ["roleName", ["existingRoleArn"]],
    ["roleDescription", ["existingRoleArn"]],
    ["permissionsBoundary", ["existingRoleArn"]],
    ["sourceAccount", ["existingRoleArn"]],
    ["sourceArns", ["existingRoleArn"]],
    ["sourceConditions", ["existingRoleArn"]],
];

function checkRequested(inputs: Known, report: Report): void {
    // What was misspelled is told already.
    if (access.some((input) => inputs.field(input)) || firstOf(inputs.fields.keys()).some(isMeant)) return;
    const associatesOnly = has(inputs, "existingRoleArn") && has(inputs, "clusters");
    report(
        inputs,
        () => ({
            rule: say`must be set unless ${listed(access.slice(1), "or")} is set`,
            advice: associatesOnly
                ? say`To associate an existing role without adding policies to it, use aws.rds.ClusterRoleAssociation.`
                : undefined,
        }),
        "importFrom",
    );
}

const inputMeantBy = suggestionAmong(inputNames);
const isMeant = (name: string) => access.some((input) => input === inputMeantBy(name));
const familyMeantBy = suggestionAmong(["family"]);

/** Values of conditions that the trust policy does not have. */
function checkConditions(inputs: Known, report: Report): void {
    const conditions = inputs.field("sourceConditions");
    const values = (["sourceAccount", "sourceArns"] as const).filter((input) => has(inputs, input));
    if (conditions?.string !== "None" || values.length === 0) return;
    report(conditions, () => ({
        rule: say`cannot be "None" together with ${listed(values, "or")}`,
        advice: say`Remove sourceConditions, or ${listed(values, "and")}.`,
    }));
}

/** What describes resources says nothing where none of them is created. */
function checkIdle({ inputs, directions: wanted }: Planned, report: Report): void {
    const creates = (["importFrom", "exportTo", "kmsKeys", "clusterParameterGroup"] as const).some((input) =>
        has(inputs, input),
    );
    for (const input of ["path", "tags"] as const) {
        if (has(inputs, "existingRoleArn") && !creates && has(inputs, input)) {
            report(
                inputs,
                () => ({ rule: say`cannot be set, because neither a role nor a policy is created` }),
                input,
            );
        }
    }
    if (has(inputs, "clusterParameterGroup") && has(inputs, "kmsKeys") && wanted.length === 0) {
        report(
            inputs,
            () => ({
                rule: say`requires importFrom, exportTo or predefinedPolicy, because kmsKeys alone need no parameters`,
            }),
            "clusterParameterGroup",
        );
    }
}

function checkFamily({ inputs, engine }: Planned, report: Report): void {
    const group = inputs.field("clusterParameterGroup");
    if (engine === undefined || !engines[engine].parameterGroups) return;
    if (
        group?.kind !== "object" ||
        firstOf(group.fields.keys()).some(familyMeantBy) ||
        group.field("family") ||
        inputs.field("engineVersion")
    )
        return;
    report(group, () => ({ rule: say`must be set unless engineVersion is set` }), "family");
}

/** What an engine cannot have. */
function checkEngine({ inputs, engine, directions: wanted }: Planned, report: Report): void {
    if (engine === undefined) return;
    const { title, parameterGroups, featureNames } = engines[engine];
    if (parameterGroups === undefined && has(inputs, "clusterParameterGroup")) {
        report(
            inputs,
            () => ({ rule: say`cannot be set for ${title}, which needs no parameters` }),
            "clusterParameterGroup",
        );
    }
    if (featureNames === undefined) return;
    if (has(inputs, "existingRoleArn") && wanted.length > 1) {
        report(
            inputs,
            () => ({
                rule: say`cannot be set for both directions of ${title}, which needs a role for each`,
                advice: inputs.field("predefinedPolicy")
                    ? say`Remove existingRoleArn, or set importFrom or exportTo instead of predefinedPolicy.`
                    : say`Create two AuroraS3Access resources, one for each direction.`,
            }),
            "existingRoleArn",
        );
    }
    if (has(inputs, "kmsKeys") && wanted.length === 0) {
        report(
            inputs,
            () => ({
                rule: say`cannot be set alone for ${title}, which has a role for each direction`,
                advice: say`Set importFrom, exportTo or predefinedPolicy too.`,
            }),
            "kmsKeys",
        );
    }
    if (wanted.length !== 1) return;
    const [only] = wanted;
    const missing = directions.find((direction) => direction !== only)!;
    const other = inputs.field("predefinedPolicy") ? say`` : say`, or set ${named(purposes[missing].grants)}`;
    for (const key of inputs.field("kmsKeys")?.items ?? []) {
        const forExport = has(key, "forExport");
        if (
            key.kind !== "object" ||
            key.field("forExport")?.kind === "later" ||
            forExport === (only === "export")
        )
            continue;
        report(
            key,
            () => ({
                rule: forExport
                    ? say`cannot be true, because nothing is exported`
                    : say`must be true, because nothing is imported`,
                advice: say`${forExport ? say`Remove it` : say`Set it to true`}${other}.`,
            }),
            "forExport",
        );
    }
}

/** False is what leaving a boolean out means; an empty list is told of by itself. */
function has(object: Known, field: string): boolean {
    const value = object.field(field);
    if (value === undefined || value.scalar === false) return false;
    return value.kind !== "list" || value.items.length > 0;
}
