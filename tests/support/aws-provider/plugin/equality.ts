import type { Type } from "./definition";
import { samePolicy } from "./policyJson";
import { hasUnknown, isEmpty, isObject, type Value } from "./values";

/** Whether two values of a type mean the same. What is unknown may turn out to be anything, so it differs. */
export function same(type: Type, left: Value, right: Value): boolean {
    if (hasUnknown(left) || hasUnknown(right)) return false;
    if (isEmpty(left) && isEmpty(right)) return true;
    switch (type.kind) {
        case "json":
            return samePolicy(left, right);
        case "list":
            return (
                Array.isArray(left) &&
                Array.isArray(right) &&
                left.length === right.length &&
                left.every((element, index) => same(type.of, element, right[index]))
            );
        case "set":
            return (
                Array.isArray(left) &&
                Array.isArray(right) &&
                missing(type.of, left, right).length === 0 &&
                missing(type.of, right, left).length === 0
            );
        case "map":
        case "object": {
            if (!isObject(left) || !isObject(right)) return false;
            const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
            return [...keys].every((key) => same(typeOf(type, key), left[key], right[key]));
        }
        case "string":
        case "integer":
        case "number":
        case "boolean":
            return left === right;
    }
}

/** The positions of the elements that a set has and another has not. */
export function missing(type: Type, from: Value[], other: Value[]): number[] {
    return from.flatMap((element, index) =>
        other.some((candidate) => same(type, element, candidate)) ? [] : [index],
    );
}

/** The type of what stands under a key. */
export function typeOf(type: Extract<Type, { kind: "map" | "object" | "list" | "set" }>, key: string): Type {
    if (type.kind !== "object") return type.of;
    return type.fields[key]?.type ?? { kind: "string" };
}
