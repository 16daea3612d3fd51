import { refuse } from "./cannotEvaluate";

/** The condition keys of a request: a list for a multivalued key, a string for any other, undefined for a key that the request lacks. */
export type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Looks keys up in a request, in any case: `aws:SourceArn` is `AWS:sourcearn`. */
export type Lookup = (key: string) => string | readonly string[] | undefined;

/** `others` says what all keys are that the context does not name. */
export function lookup(context: Context, others: "absent" | "unknown" = "absent"): Lookup {
    const values = new Map<string, string | readonly string[] | undefined>();
    for (const [key, value] of Object.entries(context)) {
        if (values.has(key.toLowerCase())) refuse(`the request has ${key} twice, in different cases`);
        values.set(key.toLowerCase(), value);
    }
    return (key) => {
        if (others === "unknown" && !values.has(key.toLowerCase()))
            refuse(`the value of the condition key ${key} is not known`);
        return values.get(key.toLowerCase());
    };
}
