import type { Inputs, Properties, State, Type } from "./definition";
import type { Value, Values } from "./values";

/** A request's fields for the inputs that have one of the same meaning. */
export function toApi<P extends Properties>(properties: P, inputs: Inputs<P>): Values {
    const given = inputs as Values;
    return Object.fromEntries(
        Object.entries(properties).flatMap(([name, { api }]) =>
            api && given[name] !== undefined ? [[api, given[name]]] : [],
        ),
    );
}

/** The fields for what changed; what is no longer given goes back to what counts as "not set". */
export function changesToApi<P extends Properties>(
    properties: P,
    inputs: Inputs<P>,
    changed: (name: string & keyof P) => boolean,
): Values {
    const given = inputs as Values;
    return Object.fromEntries(
        Object.entries(properties).flatMap(([name, { api, type }]) =>
            api && changed(name) ? [[api, given[name] ?? notSet[type.kind]]] : [],
        ),
    );
}

const notSet: Record<Type["kind"], Value> = {
    boolean: false,
    integer: 0,
    json: "",
    list: [],
    map: {},
    number: 0,
    object: {},
    set: [],
    string: "",
};

/** The properties that a response has a field for. */
export function fromApi<P extends Properties>(properties: P, response: object): Partial<State<P>> {
    return Object.fromEntries(
        Object.entries(properties).flatMap(([name, { api }]) =>
            api && api in response ? [[name, (response as Values)[api]]] : [],
        ),
    ) as Partial<State<P>>;
}
