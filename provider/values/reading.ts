/** Stands for a value whose property, or which itself, throws an error when it is read: a getter, or a proxy. */
export const unreadable = Symbol("throws an error when it is read");

/** What a property holds. */
export function propertyOf(object: object, key: string | number): unknown {
    try {
        return Reflect.get(object, key);
    } catch {
        return unreadable;
    }
}

/**
 * The items of a list by its length, each read once: its iterator may have no end, and its length may grow while it is read.
 * Undefined where there are more than `room`.
 */
export function itemsOf(list: readonly unknown[], room: number): unknown[] | undefined {
    const length = Number(list.length);
    return length > room ? undefined : Array.from({ length }, (_, i) => propertyOf(list, i));
}

/** The same for the fields of an object. */
export function fieldsOf(object: object, room: number): [string, unknown][] | undefined {
    const keys = Object.keys(object);
    return keys.length > room ? undefined : keys.map((key) => [key, propertyOf(object, key)]);
}
