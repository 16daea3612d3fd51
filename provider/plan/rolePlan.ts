import type { PredefinedPolicy } from "../args";
import { engines } from "../engine";
import type { Direction, Engine } from "../policy/permissions";
import { splitLocations, type LocationShape, type Piece } from "../policy/split";
import { directions, predefinedPolicies } from "./purposes";

/** What is to be granted, as far as it decides which roles and policies there are. */
export interface Access<Location extends LocationShape = LocationShape, Key extends KeyShape = KeyShape> {
    readonly engine: Engine;
    readonly locations: Readonly<Partial<Record<Direction, readonly Location[]>>>;
    readonly kmsKeys?: readonly Key[] | undefined;
    readonly predefinedPolicy?: PredefinedPolicy | undefined;
}

export interface KeyShape {
    readonly forExport?: boolean | undefined;
}

/** A KMS key, and whether it also encrypts. */
export interface KeyUse<Key> {
    readonly key: Key;
    readonly forExport: boolean;
}

/** A policy to create: for some of the locations of a direction, or for the KMS keys. */
export type PolicyPlan<Location, Key> = {
    /** Follows the purpose in the names of the children, and a given name of the policy. */
    readonly ending: string;
} & (
    | { readonly purpose: Direction; readonly pieces: readonly Piece<Location>[] }
    | { readonly purpose: "kms"; readonly keys: readonly KeyUse<Key>[] }
);

/** A role, what it is for, and what is attached to it. */
export interface RolePlan<Location = LocationShape, Key = KeyShape> {
    /** The directions that the role is for; none with KMS keys alone. */
    readonly directions: readonly Direction[];
    /** The only direction that the role is for, where each has its own. */
    readonly direction?: Direction | undefined;
    readonly featureName?: string | undefined;
    readonly policies: readonly PolicyPlan<Location, Key>[];
    readonly predefinedPolicy?: PredefinedPolicy | undefined;
}

/**
 * How many policies every role can have: the default quota is 10 or 20, and can be increased to 25.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const policiesOnRole = 10;
export const mostPoliciesOnRole = 25;

export const policyCount = ({
    policies,
    predefinedPolicy,
}: Pick<RolePlan<unknown, unknown>, "policies" | "predefinedPolicy">): number =>
    policies.length + (predefinedPolicy === undefined ? 0 : 1);

/** What follows the names of a role and of its policy for the keys, where each direction has its own role. */
export const directionEnding = (only: Direction | undefined): string =>
    only === undefined ? "" : `-${only}`;

/** The roles of an access: one, or one for each direction, as the engine has it. */
export function rolePlans<Location extends LocationShape, Key extends KeyShape>(
    access: Access<Location, Key>,
): RolePlan<Location, Key>[] {
    const { engine, predefinedPolicy } = access;
    const { featureNames } = engines[engine];
    const wanted = directionsOf(access);
    if (featureNames === undefined) {
        return [{ directions: wanted, policies: policyPlans(access, wanted), predefinedPolicy }];
    }
    return wanted.map((direction) => ({
        directions: [direction],
        direction,
        featureName: featureNames[direction],
        policies: policyPlans(access, [direction], direction),
        predefinedPolicy,
    }));
}

/** The directions that are requested; none with KMS keys alone. */
export function directionsOf({ locations, predefinedPolicy }: Omit<Access, "engine">): Direction[] {
    const predefined = predefinedPolicy === undefined ? [] : predefinedPolicies[predefinedPolicy];
    return directions.filter(
        (direction) => locations[direction] !== undefined || predefined.includes(direction),
    );
}

function policyPlans<Location extends LocationShape, Key extends KeyShape>(
    { engine, locations, kmsKeys = [] }: Access<Location, Key>,
    wanted: readonly Direction[],
    only?: Direction,
): PolicyPlan<Location, Key>[] {
    const plans: PolicyPlan<Location, Key>[] = wanted.flatMap((direction) =>
        splitLocations(engine, direction, locations[direction] ?? []).map((pieces, i) => ({
            purpose: direction,
            ending: i === 0 ? "" : `-${i + 1}`,
            pieces,
        })),
    );
    const keys = keyUses(kmsKeys, only);
    return keys.length > 0 ? [...plans, { purpose: "kms", ending: directionEnding(only), keys }] : plans;
}

/** The keys of a role: where each direction has its own, importing decrypts with every key, exporting uses its own. */
function keyUses<Key extends KeyShape>(keys: readonly Key[], only: Direction | undefined): KeyUse<Key>[] {
    const uses = keys.map((key) => ({ key, forExport: key.forExport === true }));
    switch (only) {
        case undefined:
            return uses;
        case "import":
            return uses.map(({ key }) => ({ key, forExport: false }));
        case "export":
            return uses.filter(({ forExport }) => forExport);
    }
}
