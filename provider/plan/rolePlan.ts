import { engines } from "../engine";
import type { Direction, Engine } from "../policy/permissions";
import { splitLocations, type LocationShape, type Piece } from "../policy/split";

/** The part of the inputs that decides which roles and policies there are. */
export interface AccessShape {
    readonly engine: Engine;
    readonly importFrom?: readonly LocationShape[] | undefined;
    readonly exportTo?: readonly LocationShape[] | undefined;
    readonly kmsKeys?: readonly { readonly forExport?: boolean | undefined }[] | undefined;
    readonly predefinedPolicy?: string | undefined;
}

/** A policy to write: for some of the locations of a direction, or for the KMS keys. */
export type PolicyPlan = {
    /** Follows the purpose in the names of the children, and a given name of the policy. */
    readonly ending: string;
} & (
    | { readonly purpose: Direction; readonly pieces: readonly Piece[] }
    | { readonly purpose: "kms"; readonly keys: readonly KeyUse[] }
);

/** A KMS key, by its index in the list, and whether it also encrypts. */
export interface KeyUse {
    readonly index: number;
    readonly forExport: boolean;
}

/** A role, what it is for, and what is attached to it. */
export interface RolePlan {
    /** The only direction that the role is for, where each has its own. */
    readonly direction?: Direction | undefined;
    readonly featureName?: string | undefined;
    readonly policies: readonly PolicyPlan[];
    readonly predefinedPolicy?: string | undefined;
}

/** How many policies a role has by the default quota: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policiesOnRole = 10;

export const policyCount = ({ policies, predefinedPolicy }: RolePlan): number =>
    policies.length + (predefinedPolicy === undefined ? 0 : 1);

/** The roles of an access: one, or one for each direction, as the engine has it. */
export function rolePlans(shape: AccessShape): RolePlan[] {
    const { featureNames } = engines[shape.engine];
    const directions = directionsOf(shape);
    if (featureNames === undefined) {
        return [{ policies: policyPlans(shape, directions), predefinedPolicy: shape.predefinedPolicy }];
    }
    return directions.map((direction) => ({
        direction,
        featureName: featureNames[direction],
        policies: policyPlans(shape, [direction], direction),
        predefinedPolicy: shape.predefinedPolicy,
    }));
}

/** The directions that are asked for; none with KMS keys alone. */
export function directionsOf({ importFrom, exportTo, predefinedPolicy }: Partial<AccessShape>): Direction[] {
    const directions: Direction[] = [];
    if (importFrom !== undefined || predefinedPolicy !== undefined) directions.push("import");
    if (exportTo !== undefined || predefinedPolicy === "AmazonS3FullAccess") directions.push("export");
    return directions;
}

function policyPlans(shape: AccessShape, directions: readonly Direction[], only?: Direction): PolicyPlan[] {
    const plans: PolicyPlan[] = directions.flatMap((direction) => {
        const locations = { import: shape.importFrom, export: shape.exportTo }[direction] ?? [];
        return splitLocations(shape.engine, direction, locations).map((pieces, i) => ({
            purpose: direction,
            ending: i === 0 ? "" : `-${i + 1}`,
            pieces,
        }));
    });
    const keys = keysOf(shape, only);
    return keys.length > 0
        ? [...plans, { purpose: "kms", ending: only === undefined ? "" : `-${only}`, keys }]
        : plans;
}

/** The keys of a role: where each direction has its own, importing decrypts with every key, exporting uses its own. */
function keysOf({ kmsKeys = [] }: AccessShape, only: Direction | undefined): KeyUse[] {
    const keys = kmsKeys.map(({ forExport = false }, index) => ({ index, forExport }));
    if (only === "import") return keys.map(({ index }) => ({ index, forExport: false }));
    return only === "export" ? keys.filter(({ forExport }) => forExport) : keys;
}
