import fc from "fast-check";
import { validConfiguration, type Configuration } from "../inputs/configurations";
import type { Poison } from "./poisons";

/** Hostile inputs, and what they mean. */
export interface PoisonedInputs {
    /** New ones, that nobody has read yet. */
    inputs: () => Record<string, unknown>;
    meaning: Configuration;
}

/** Valid inputs with poison in one to three places. */
export const poisoned = (poison: fc.Arbitrary<Poison>): fc.Arbitrary<PoisonedInputs> =>
    fc
        .tuple(
            validConfiguration,
            fc.array(fc.tuple(fc.nat(), fc.boolean(), poison), { minLength: 1, maxLength: 3 }),
        )
        .map(([configuration, poisons]) => {
            const all = pathsIn(configuration).slice(1);
            const ofGrants = all.filter((path) => /^(?:importFrom|exportTo|kmsKeys)/.test(path));
            const at = new Map(
                poisons.map(([number, isOfGrants, each]) => {
                    const places = isOfGrants && ofGrants.length > 0 ? ofGrants : all;
                    return [places[number % places.length]!, each] as const;
                }),
            );
            return {
                inputs: () => built(configuration, at, "").value() as Record<string, unknown>,
                meaning: built(configuration, at, "").meaning as Configuration,
            };
        });

/** Where the values are, from the outside in. */
function pathsIn(value: unknown, path = ""): string[] {
    if (typeof value !== "object" || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, inside(path, key)))];
}

const inside = (path: string, key: string) => (path === "" ? key : `${path}/${key}`);

/** The value with the poison in it, put together anew. */
function built(value: unknown, poisons: ReadonlyMap<string, Poison>, path: string): ReturnType<Poison> {
    const poison = poisons.get(path);
    if (poison) return poison(value);
    if (typeof value !== "object" || value === null) return { value: () => value, meaning: value };
    const fields = Object.entries(value).map(
        ([key, each]) => [key, built(each, poisons, inside(path, key))] as const,
    );
    const container = () => {
        const whole = Array.isArray(value) ? [] : {};
        for (const [key, field] of fields) {
            Object.defineProperty(whole, key, {
                enumerable: true,
                configurable: true,
                ...(field.isGetter ? { get: field.value } : { value: field.value(), writable: true }),
            });
        }
        return whole;
    };
    const meanings = fields.map(([key, { meaning }]) => [key, meaning] as const);
    return {
        value: container,
        meaning: Array.isArray(value) ? meanings.map(([, each]) => each) : Object.fromEntries(meanings),
    };
}
