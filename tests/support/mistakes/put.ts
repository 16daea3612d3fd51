/** A copy of a value with another one at a path in it. */
export function put(into: unknown, [first, ...rest]: readonly (string | number)[], value: unknown): unknown {
    if (first === undefined) return value;
    const copy: unknown = Array.isArray(into) ? [...(into as unknown[])] : { ...(into as object) };
    const fields = copy as Record<string | number, unknown>;
    fields[first] = put(fields[first], rest, value);
    return copy;
}
