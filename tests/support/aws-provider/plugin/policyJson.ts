import { isObject, type Value } from "./values";

/** Whether two policy documents mean the same: neither order nor white space nor lists of one count. */
export function samePolicy(left: Value, right: Value): boolean {
    if (left === right) return true;
    const one = parse(left);
    const other = parse(right);
    return one !== undefined && other !== undefined && canonical(one) === canonical(other);
}

export function parse(text: Value): Value {
    if (typeof text !== "string") return undefined;
    try {
        return JSON.parse(text) as Value;
    } catch {
        return undefined;
    }
}

/** Every list in a policy is a set, and a list of one is its element; conditions hold numbers and booleans as text. */
function canonical(value: Value): string {
    if (Array.isArray(value)) {
        const elements = [...new Set(value.map(canonical))].sort();
        return elements.length === 1 ? elements[0]! : `[${elements.join()}]`;
    }
    if (isObject(value)) {
        const fields = Object.entries(value).map(
            ([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`,
        );
        return `{${fields.sort().join()}}`;
    }
    return JSON.stringify(String(value));
}
