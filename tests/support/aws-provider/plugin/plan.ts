import { defaultsKey } from "./check";
import { rootOf, type Difference } from "./diff";
import type { ResourceType } from "./definition";
import { same } from "./equality";
import { unknown, type Values } from "./values";

/** What a preview shows of a resource that is to be made: what only AWS knows is unknown. */
export function plannedCreation(type: ResourceType, inputs: Values): Values {
    return Object.fromEntries(
        Object.entries(type.properties).map(([name, property]) => [
            name,
            inputs[name] ?? (property.computed ? unknown : undefined),
        ]),
    );
}

/** What a preview shows of a resource that is to be updated: outputs stay, unless AWS may change them. */
export function plannedUpdate(
    type: ResourceType,
    olds: Values,
    news: Values,
    differences: Difference[],
): Values {
    const changed = new Set(differences.map(({ path }) => rootOf(path)));
    return Object.fromEntries(
        Object.entries(type.properties).map(([name, property]) => {
            if (property.changesWith?.some((input) => changed.has(input))) return [name, unknown];
            return [name, news[name] ?? (property.computed ? olds[name] : undefined)];
        }),
    );
}

/** The state after reading: what AWS never tells stays, and so does the wording of what means the same. */
export function readState(type: ResourceType, known: Values, read: Values): Values {
    return Object.fromEntries(
        Object.entries(type.properties).map(([name, property]) => {
            const keeps =
                (property.unreadable === true && read[name] === undefined) ||
                (known[name] !== undefined && same(property.type, known[name], read[name]));
            return [name, keeps ? known[name] : read[name]];
        }),
    );
}

/** The inputs after a refresh: those that were given, with their values of now. */
export function refreshedInputs(inputs: Values, state: Values): Values {
    return Object.fromEntries(
        Object.keys(inputs)
            .filter((name) => name !== defaultsKey)
            .map((name) => [name, state[name]]),
    );
}

/** The inputs of an imported resource: all that a program may give and that are not what it gets without. */
export function importedInputs(type: ResourceType, state: Values): Values {
    const given = Object.entries(type.properties).filter(
        ([name, { given, default: fallback, type: valueType }]) =>
            given === "required" || (given === "optional" && !same(valueType, state[name], fallback)),
    );
    const names = given.map(([name]) => name);
    const inputs = Object.fromEntries(
        given
            // A name and its prefix cannot both be given.
            .filter(([name, { conflictsWith }]) => !(conflictsWith && !isFirst(names, name, conflictsWith)))
            .map(([name]) => [name, state[name]]),
    );
    return { ...inputs, [defaultsKey]: [] };
}

const isFirst = (names: string[], name: string, other: string) =>
    !names.includes(other) || names.indexOf(name) < names.indexOf(other);
