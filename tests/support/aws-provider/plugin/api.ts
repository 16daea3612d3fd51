import type { Inputs, Properties, State } from "./definition";
import type { Values } from "./values";

/** A request's fields for the inputs that have one of the same meaning; `only` some of the inputs, if given. */
export function toApi<P extends Properties>(
    properties: P,
    inputs: Partial<Inputs<P>>,
    only: (name: string & keyof P) => boolean = () => true,
): Values {
    const given = inputs as Values;
    return Object.fromEntries(
        Object.entries(properties).flatMap(([name, { api }]) =>
            api && given[name] !== undefined && only(name) ? [[api, given[name]]] : [],
        ),
    );
}

/** The properties that a response has a field for. */
export function fromApi<P extends Properties>(properties: P, response: object): Partial<State<P>> {
    return Object.fromEntries(
        Object.entries(properties).flatMap(([name, { api }]) =>
            api && api in response ? [[name, (response as Values)[api]]] : [],
        ),
    ) as Partial<State<P>>;
}
