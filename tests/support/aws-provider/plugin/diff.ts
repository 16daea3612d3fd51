import { defaultsKey } from "./check";
import type { Property, ResourceType, Type } from "./definition";
import { missing, same, typeOf } from "./equality";
import { isEmpty, isObject, type Value, type Values } from "./values";

export interface Difference {
    /** The property path, e.g. `tags.owner` or `parameters[0]`. */
    path: string;
    kind: "add" | "update" | "delete";
    replaces: boolean;
}

/** The property that a path begins with. */
export const rootOf = (path: string) => /^[^.[]+/.exec(path)![0];

/** What differs between a resource's state and the checked inputs, as the real provider's plan would show it. */
export function differences(
    type: ResourceType,
    olds: Values,
    news: Values,
    ignored: string[] = [],
): Difference[] {
    return Object.entries(type.properties)
        .filter(([name, property]) => property.given !== "never" && differs(property, olds[name], news[name]))
        .flatMap(([name, property]) =>
            paths(property.type, name, olds[name], news[name]).map((difference) => ({
                ...difference,
                replaces: property.replaces === true,
            })),
        )
        .filter(({ path }) => !ignored.some((prefix) => path === prefix || rootOf(path) === prefix));
}

function differs(property: Property, old: Value, now: Value): boolean {
    if (now === undefined && property.computed) return false;
    return !same(property.type, old, now);
}

type Place = Omit<Difference, "replaces">;

/** The places inside a property that differ: keys of maps, elements of sets and lists. */
function paths(type: Type, path: string, old: Value, now: Value): Place[] {
    if (old === undefined || (isEmpty(old) && !isEmpty(now))) return [{ path, kind: "add" }];
    if (now === undefined) return [{ path, kind: "delete" }];

    if ((type.kind === "map" || type.kind === "object") && isObject(old) && isObject(now)) {
        return [...new Set([...Object.keys(old), ...Object.keys(now)])]
            .filter((key) => !same(typeOf(type, key), old[key], now[key]))
            .flatMap((key) => paths(typeOf(type, key), childPath(path, key), old[key], now[key]));
    }
    if (type.kind === "set" && Array.isArray(old) && Array.isArray(now)) {
        return setPaths(type.of, path, old, now);
    }
    return [{ path, kind: "update" }];
}

/** A set's elements have no place of their own: what came and what went, and what took another's place. */
function setPaths(type: Type, path: string, old: Value[], now: Value[]): Place[] {
    const came = missing(type, now, old);
    const went = missing(type, old, now);
    return [...new Set([...came, ...went])].map((index) => {
        const kind = !went.includes(index) ? "add" : came.includes(index) ? "update" : "delete";
        return { path: `${path}[${index}]`, kind };
    });
}

const childPath = (path: string, key: string) => (/^\w+$/.test(key) ? `${path}.${key}` : `${path}["${key}"]`);

/**
 * Whether a replacement must wait until the old resource is gone: for types that cannot exist twice, and where the
 * program gives a name that stays, which two resources cannot have at once.
 */
export function deletesFirst(type: ResourceType, olds: Values, news: Values): boolean {
    const madeUp = (news[defaultsKey] as string[] | undefined) ?? [];
    const keepsGivenName = Object.entries(type.properties).some(
        ([name, { autoName }]) =>
            autoName && news[name] && !madeUp.includes(name) && news[name] === olds[name],
    );
    return type.deletesFirst === true || keepsGivenName;
}
