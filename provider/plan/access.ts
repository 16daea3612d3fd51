import type { PredefinedPolicy } from "../args";
import { defaultEngine, engines } from "../engine";
import type { Direction, Engine } from "../policy/permissions";
import { sourceConditions, type SourceConditions } from "../policy/trustPolicy";
import type { Known } from "../values/known";
import { directions, predefinedPolicies, purposes } from "./purposes";
import { directionsOf, rolePlans, type Access, type RolePlan } from "./rolePlan";

/** A location of the inputs. */
export interface InputLocation {
    /** The location as a whole. */
    readonly at: Known;
    readonly bucket: Known;
    readonly objects?: readonly string[] | undefined;
    readonly kmsKeyArn?: Known | undefined;
}

/** A KMS key of the inputs. */
export interface InputKey {
    /** The key as a whole. */
    readonly at: Known;
    readonly keyArn: Known;
    readonly forExport?: boolean | undefined;
}

export type InputAccess = Access<InputLocation, InputKey>;
export type InputRole = RolePlan<InputLocation, InputKey>;

/** Inputs, with the roles that are to be made of them. */
export interface Planned {
    readonly inputs: Known;
    /** Undefined where a mistake in the inputs keeps it from being told. */
    readonly engine: Engine | undefined;
    readonly directions: readonly Direction[];
    /** None where a mistake in the inputs keeps them from being planned. */
    readonly roles: readonly InputRole[];
}

export function plan(inputs: Known): Planned {
    const engine = engineOf(inputs);
    const access = engine && accessOf(inputs, engine);
    return {
        inputs,
        engine,
        directions: directionsOf(requested(inputs)),
        roles: access === undefined ? [] : rolePlans(access),
    };
}

/** How the conditions of the trust policy stand: as the inputs have it, else as the engine does. */
export function sourceConditionsOf({ inputs, engine = defaultEngine }: Planned): SourceConditions {
    const given = inputs.field("sourceConditions")?.string;
    return sourceConditions.find((each) => each === given) ?? engines[engine].sourceConditions;
}

/** What is requested, whatever is wrong with it. */
function requested(inputs: Known): Omit<Access, "engine"> {
    const given = directions.filter((direction) => inputs.field(purposes[direction].grants) !== undefined);
    return {
        locations: Object.fromEntries(given.map((direction) => [direction, []])),
        predefinedPolicy: predefinedPolicyOf(inputs),
    };
}

/** The access that the inputs request, unless a mistake in them keeps the roles and policies from being planned. */
function accessOf(inputs: Known, engine: Engine): InputAccess | undefined {
    const predefinedPolicy = predefinedPolicyOf(inputs);
    if (inputs.field("predefinedPolicy") && !predefinedPolicy) return undefined;
    const locations: Partial<Record<Direction, InputLocation[]>> = {};
    for (const direction of directions) {
        const given = inputs.field(purposes[direction].grants);
        const list = given && listOf(given, locationOf);
        if (given && !list) return undefined;
        if (list) locations[direction] = list;
    }
    const givenKeys = inputs.field(purposes.kms.grants);
    const kmsKeys = givenKeys && listOf(givenKeys, keyOf);
    if (givenKeys && !kmsKeys) return undefined;
    return { engine, locations, kmsKeys, predefinedPolicy };
}

/** The engine; undefined where it is none that we know. */
function engineOf(inputs: Known): Engine | undefined {
    const given = inputs.field("engine");
    if (given === undefined) return defaultEngine;
    return Object.keys(engines).find((engine): engine is Engine => engine === given.string);
}

function predefinedPolicyOf(inputs: Known): PredefinedPolicy | undefined {
    const given = inputs.field("predefinedPolicy")?.string;
    return Object.keys(predefinedPolicies).find((policy): policy is PredefinedPolicy => policy === given);
}

/** The items of a list, unless one of them is not as it should be. */
function listOf<Item>(list: Known, itemOf: (item: Known) => Item | undefined): Item[] | undefined {
    if (list.kind !== "list") return undefined;
    const items: Item[] = [];
    for (const each of list.items) {
        const item = itemOf(each);
        if (item === undefined) return undefined;
        items.push(item);
    }
    return items;
}

function locationOf(given: Known): InputLocation | undefined {
    const bucket = given.field("bucket");
    const patterns = given.field("objects");
    const objects = patterns && listOf(patterns, ({ string }) => string);
    if (bucket === undefined || (patterns && !objects)) return undefined;
    return { at: given, bucket, objects, kmsKeyArn: given.field("kmsKeyArn") };
}

function keyOf(given: Known): InputKey | undefined {
    const keyArn = given.field("keyArn");
    const forExport = given.field("forExport");
    if (keyArn === undefined || (forExport && forExport.kind !== "boolean")) return undefined;
    return { at: given, keyArn, forExport: forExport?.scalar === true };
}
