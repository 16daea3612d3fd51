/** One thing that is wrong with the inputs. */
export interface Mistake {
    /** Where, in Pulumi's notation: `importFrom[1].bucket`. */
    propertyPath: string;
    /** What was given, what is allowed, what to write instead. */
    reason: string;
}

/** Stands for a value that is known only at deployment: it is checked then. */
export const later = Symbol("known at deployment");

/** Finds what is wrong with a value at a path. */
export type Check = (value: unknown, path: string) => Mistake[];

/** Says what is wrong with a text, in a sentence; undefined where nothing is. */
export type Rule = (text: string) => string | undefined;

/** The first of `rules` that is broken, as a text may break several in the same way. */
export function text(...rules: Rule[]): Check {
    return (value, path) => {
        if (value === later) return [];
        if (typeof value === "number") return unlike(value, path, "a string is needed: put it in quotes");
        if (typeof value !== "string") return unlike(value, path, "a string is needed");
        const reason = broken(rules, value);
        return reason === undefined ? [] : mistake(path, reason);
    };
}

/** A text that is known when the program runs. */
export function plainText(...rules: Rule[]): Check {
    return (value, path) => {
        if (value === later) return notPlain(path, "the text decides", "write a text");
        return text(...rules)(value, path);
    };
}

/** True or false, known when the program runs. */
export const plainFlag: Check = (value, path) => {
    if (value === later) return notPlain(path, "the value decides", "write true or false");
    return typeof value === "boolean" ? [] : unlike(value, path, "true or false is needed");
};

/** One of a few texts, known when the program runs. */
export function plainEnum(allowed: readonly string[]): Check {
    return (value, path) => {
        if (value === later) return notPlain(path, "the value decides", `write ${allowed.join(" or ")}`);
        if (allowed.some((each) => each === value)) return [];
        return unlike(value, path, `only ${allowed.join(" and ")} are known`);
    };
}

/** A list with something in it. */
export function list(item: Check): Check {
    return (value, path) => {
        if (value === later) return [];
        if (!Array.isArray(value)) return unlike(value, path, "a list is needed");
        if (value.length === 0) return mistake(path, "is empty: put something in it, or leave it out");
        return value.flatMap((each, i) => item(each, `${path}[${i}]`));
    };
}

/** A list with something in it, of a length that is known when the program runs. */
export function plainList(item: Check): Check {
    return (value, path) => {
        if (value === later) return notPlain(path, "the list decides", "write a list, with outputs inside");
        return list(item)(value, path);
    };
}

/** A map from texts to values. */
export function map(key: Check, item: Check): Check {
    return (value, path) => {
        if (value === later) return [];
        if (!isObject(value)) return unlike(value, path, "a map is needed");
        return Object.entries(value).flatMap(([name, each]) => {
            const entry = `${path}[${JSON.stringify(name)}]`;
            return [...key(name, entry), ...item(each, entry)];
        });
    };
}

/** An object with certain properties; one that is undefined counts as left out. */
export function object(required: Record<string, Check>, optional: Record<string, Check>): Check {
    const known = { ...required, ...optional };
    const needed = Object.keys(required).join(" and ");
    return (value, path) => {
        if (value === later) return [];
        if (!isObject(value))
            return unlike(value, path, `a plain object${needed && ` with ${needed}`} is needed`);
        const at = (property: string) => (path === "" ? property : `${path}.${property}`);
        const missing = Object.keys(required).filter((property) => value[property] === undefined);
        const given = Object.keys(value).filter((property) => value[property] !== undefined);
        return [
            ...missing.flatMap((property) => mistake(at(property), "is missing: it is needed here")),
            ...given.flatMap((property) => {
                const check = Object.hasOwn(known, property) ? known[property] : undefined;
                if (check !== undefined) return check(value[property], at(property));
                return mistake(at(property), `is unknown; there are ${Object.keys(known).join(", ")}`);
            }),
        ];
    };
}

/** Such an object whose properties are known when the program runs, with outputs for their values. */
export function plainObject(required: Record<string, Check>, optional: Record<string, Check>): Check {
    return (value, path) => {
        if (value === later)
            return notPlain(path, "the object decides", "write an object, with outputs inside");
        return object(required, optional)(value, path);
    };
}

/** What each of `checks` finds. */
export function every(...checks: Check[]): Check {
    return (value, path) => checks.flatMap((check) => check(value, path));
}

export function mistake(propertyPath: string, reason: string): Mistake[] {
    return [{ propertyPath, reason }];
}

/** The first of `rules` that `value` breaks. */
export function broken(rules: readonly Rule[], value: string): string | undefined {
    return rules.map((rule) => rule(value)).find((reason) => reason !== undefined);
}

/** Refuses what does not match, with `expectation` as the second half of the sentence. */
export function matches(pattern: RegExp, expectation: string): Rule {
    return (value) => (pattern.test(value) ? undefined : `${shown(value)} is given, but ${expectation}`);
}

/** Refuses texts that are empty or longer than `longest` characters. */
export function atMost(longest: number, what: string): Rule {
    return (value) => {
        if (value.length >= 1 && value.length <= longest) return undefined;
        return `${value.length} characters are given, but ${what} has 1 to ${longest}`;
    };
}

/** A value as a sentence shows it. */
export function shown(value: unknown): string {
    if (value === undefined || value === null) return "nothing";
    if (Array.isArray(value)) return "a list";
    if (isObject(value)) return "an object";
    return typeof value === "object" ? "an object of a class" : JSON.stringify(value);
}

/** A plain object: no list, and nothing of a class, such as a resource. */
export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function unlike(value: unknown, path: string, expectation: string): Mistake[] {
    // An update that leaves out what gives a value goes on without the value.
    const advice = value === null ? "; an update with --target needs the resource that gives it, too" : "";
    return mistake(path, `${shown(value)} is given, but ${expectation}${advice}`);
}

function notPlain(path: string, what: string, advice: string): Mistake[] {
    return mistake(path, `an output is given, but ${what} which resources are made: ${advice}`);
}
