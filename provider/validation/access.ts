import { engines } from "../engine";
import type { AccessShape } from "../plan/rolePlan";
import { isObject } from "./check";

/** The shape of the inputs, unless a mistake in it keeps the roles and policies from being planned. */
export function accessShapeOf(given: Record<string, unknown>): AccessShape | undefined {
    const { engine = "aurora-mysql", importFrom, exportTo, kmsKeys } = given;
    const isSound =
        typeof engine === "string" &&
        Object.hasOwn(engines, engine) &&
        [importFrom, exportTo].every((list) => isListOf(list, hasTextPatterns)) &&
        isListOf(kmsKeys, isObject);
    return isSound ? ({ ...given, engine } as AccessShape) : undefined;
}

function isListOf(list: unknown, isItem: (item: unknown) => boolean): boolean {
    return list === undefined || (Array.isArray(list) && list.every(isItem));
}

function hasTextPatterns(location: unknown): boolean {
    if (!isObject(location)) return false;
    const { objects } = location;
    return isListOf(objects, (pattern) => typeof pattern === "string");
}
