import { directionsOf } from "../plan/rolePlan";
import { isObject, mistake, type Mistake } from "./check";

type Inputs = Record<string, unknown>;

/** What is wrong with the inputs as a whole: which of them are there, and beside which others. */
export function shapeMistakes(given: Inputs): Mistake[] {
    return [
        ...(access.some((input) => has(given, input))
            ? []
            : mistake(
                  "importFrom",
                  `no access is asked for: give ${access.slice(0, -1).join(", ")} or kmsKeys`,
              )),
        ...useless
            .filter(({ input, without }) => has(given, input) && !has(given, without))
            .flatMap(({ input, without }) =>
                mistake(input, `is given, but there is no such policy without ${without}: leave it out`),
            ),
        ...exclusive
            .filter(({ input, beside }) => has(given, input) && has(given, beside))
            .flatMap(({ input, beside }) =>
                mistake(input, `is given beside ${beside}: leave one of them out`),
            ),
        ...idleMistakes(given),
        ...familyMistakes(given),
        ...(given.engine === "aurora-postgresql" ? postgresqlMistakes(given) : []),
    ];
}

const access = ["importFrom", "exportTo", "predefinedPolicy", "kmsKeys"];

/** What describes a policy says nothing where there is no such policy. */
const useless = [
    { input: "importPolicyName", without: "importFrom" },
    { input: "importPolicyDescription", without: "importFrom" },
    { input: "exportPolicyName", without: "exportTo" },
    { input: "exportPolicyDescription", without: "exportTo" },
    { input: "kmsPolicyName", without: "kmsKeys" },
    { input: "kmsPolicyDescription", without: "kmsKeys" },
];

const exclusive = [
    { input: "predefinedPolicy", beside: "importFrom" },
    { input: "predefinedPolicy", beside: "exportTo" },
    { input: "unconditionalTrust", beside: "sourceAccount" },
    { input: "unconditionalTrust", beside: "sourceArns" },
    // A role that is there already is left as it is.
    ...[
        "roleName",
        "roleDescription",
        "permissionsBoundary",
        "sourceAccount",
        "sourceArns",
        "unconditionalTrust",
    ].map((input) => ({ input, beside: "existingRoleArn" })),
];

/** What describes resources says nothing where none of them is made. */
function idleMistakes(given: Inputs): Mistake[] {
    const made = ["importFrom", "exportTo", "kmsKeys", "clusterParameterGroup"].some((input) =>
        has(given, input),
    );
    const nothingMade = has(given, "existingRoleArn") && !made;
    return [
        ...["path", "tags"]
            .filter((input) => nothingMade && has(given, input))
            .flatMap((input) =>
                mistake(input, "is given, but neither a role nor a policy is made: leave it out"),
            ),
        ...(has(given, "clusterParameterGroup") && has(given, "kmsKeys") && directionsOf(given).length === 0
            ? mistake(
                  "clusterParameterGroup",
                  "is given with kmsKeys alone, which need no parameters: leave it out, or give importFrom, exportTo or predefinedPolicy",
              )
            : []),
    ];
}

function familyMistakes({ clusterParameterGroup: group, engineVersion }: Inputs): Mistake[] {
    if (!isObject(group) || group.family !== undefined || engineVersion !== undefined) return [];
    return mistake(
        "clusterParameterGroup.family",
        "is missing, and so is engineVersion, which would tell it: give one of them",
    );
}

function postgresqlMistakes(given: Inputs): Mistake[] {
    const directions = directionsOf(given);
    const keys = Array.isArray(given.kmsKeys) ? given.kmsKeys : [];
    return [
        ...(has(given, "clusterParameterGroup")
            ? mistake(
                  "clusterParameterGroup",
                  "is given, but aurora-postgresql finds its roles without parameters: leave it out",
              )
            : []),
        ...(has(given, "existingRoleArn") && directions.length > 1
            ? mistake(
                  "existingRoleArn",
                  "is given for both directions, but aurora-postgresql needs a role for each: write two AuroraS3Access, one for each direction",
              )
            : []),
        ...(has(given, "kmsKeys") && directions.length === 0
            ? mistake(
                  "kmsKeys",
                  "is given alone, but aurora-postgresql has a role for each direction: give importFrom, exportTo or predefinedPolicy too",
              )
            : []),
        ...keys.flatMap((key: unknown, i) => {
            const forExport = isObject(key) && key.forExport === true;
            if (directions.length !== 1 || forExport === (directions[0] === "export")) return [];
            return mistake(
                `kmsKeys[${i}].forExport`,
                forExport
                    ? "is true, but nothing is exported: leave it out, or give exportTo"
                    : "is not true, but nothing is imported: write true, or give importFrom",
            );
        }),
    ];
}

/** False is what leaving a flag out means. */
function has(given: Inputs, input: string): boolean {
    return given[input] !== undefined && given[input] !== false;
}
