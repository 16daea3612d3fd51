import { refuse } from "./cannotEvaluate";

/** The condition keys of a request: a list for a multivalued key, a string for any other. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** Looks keys up in a request, in any case: `aws:SourceArn` is `AWS:sourcearn`. */
export type Lookup = (key: string) => string | readonly string[] | undefined;

export function lookup(context: Context): Lookup {
    const values = new Map<string, string | readonly string[]>();
    for (const [key, value] of Object.entries(context)) {
        if (values.has(key.toLowerCase())) refuse(`the request has ${key} twice, in different cases`);
        values.set(key.toLowerCase(), value);
    }
    return (key) => values.get(key.toLowerCase());
}
