import type { Known } from "../values/known";
import {
    fact,
    listed,
    named,
    quote,
    quoted,
    say,
    type Phrase,
    type Report,
    type Sentence,
} from "../values/message";
import { propertyOf } from "../values/reading";
import { characters, firstBroken, type Rule, type Tell } from "../values/rule";
import { suggestionAmong } from "../values/suggestion";
import { stringified } from "./stringified";

/** Reports what is wrong with a value. */
export type Check = (value: Known, report: Report) => void;

declare const isPlain: unique symbol;

/** A check of a value that must be known when the program runs, as it decides which resources there are. */
export type PlainCheck = Check & { readonly [isPlain]: true };

/** No longer string is looked at, so that no rule takes long. */
const mostCharacters = 8192;

/** What a string is to be. */
export interface StringSpec {
    /** After "must be": `a bucket name or ARN`. */
    readonly what: Phrase;
    readonly rules?: readonly Rule[];
    /** The output to use where a whole resource is given. */
    readonly attribute?: Phrase;
    /** It is for people to read, and may hold whatever they write. */
    readonly isFreeText?: boolean;
}

/** A string. */
export function string({ what, rules = [], attribute, isFreeText = false }: StringSpec): Check {
    return (value, report) => {
        if (value.kind === "later") return;
        const { string } = value;
        if (string === undefined) {
            report(value, () => ({
                rule: say`must be ${what}`,
                received: quoted(value),
                advice: isQuotable(value) ? say`Put it in quotes.` : adviceOn(value, attribute),
            }));
        } else if (string.length > mostCharacters) {
            report(value, () => ({
                rule: say`must be ${what} of at most ${fact(mostCharacters)} characters`,
                received: characters(value),
            }));
        } else {
            const tell = stringified(what, isFreeText, attribute)(string) ?? firstBroken(rules, string);
            if (tell) report(value, () => tell(value));
        }
    };
}

/** A string that is known when the program runs. */
export function plainString(spec: StringSpec): PlainCheck {
    return plain(string(spec), say`must be ${spec.what} that is known when the program runs`);
}

/** True or false, known when the program runs. */
export const plainBoolean = plain(
    (value, report) => {
        if (value.kind === "boolean") return;
        report(value, () => ({
            rule: say`must be true or false`,
            received: quoted(value),
            advice: adviceOn(value),
        }));
    },
    say`must be true or false, known when the program runs`,
);

/** One of a few strings, known when the program runs. */
export function plainEnum<const Word extends string>(words: readonly Word[]): PlainCheck {
    const oneOf = listed(words.map(quote), "or");
    const suggestion = suggestionAmong(words);
    return plain(
        (value, report) => {
            const { string } = value;
            if (words.some((word) => word === string)) return;
            const meant = string === undefined ? undefined : suggestion(string);
            report(value, () => ({
                rule: say`must be ${oneOf}`,
                received: quoted(value),
                advice:
                    meant === undefined || value.secret
                        ? adviceOn(value)
                        : say`Did you mean ${named(quote(meant))}?`,
            }));
        },
        say`must be ${oneOf}, known when the program runs`,
    );
}

/** A list with something in it. */
export function list(item: Check): Check {
    return (value, report) => {
        if (value.kind === "later") return;
        if (value.kind !== "list") {
            report(value, () => ({
                rule: say`must be a list`,
                received: quoted(value),
                advice: !value.secret && isRight(value, item) ? say`Put it in a list.` : adviceOn(value),
            }));
        } else if (value.items.length === 0) {
            report(value, () => ({
                rule: say`cannot be empty`,
                advice: say`Add an item, or remove the property.`,
            }));
        }
        value.items.forEach((each) => item(each, report));
    };
}

function isRight(value: Known, check: Check): boolean {
    let found = 0;
    check(value, () => found++);
    return found === 0;
}

/** A list with something in it, whose length is known when the program runs. */
export function plainList(item: Check, advice?: Phrase): PlainCheck {
    return plain(list(item), say`must be a list that is known when the program runs`, advice);
}

/** A map from strings to values. */
export function map(key: (key: string) => Tell | undefined, item: Check): Check {
    return (value, report) => {
        if (value.kind === "later") return;
        if (value.kind !== "object") {
            report(value, () => ({
                rule: say`must be a map`,
                received: quoted(value),
                advice: adviceOn(value),
            }));
        }
        for (const [name, each] of value.fields) {
            // The keys of a secret are secret too, and stand in the paths of what is in it.
            const at: Report = value.secret ? (_, tell) => report(value, tell) : report;
            const tell = key(name);
            if (tell) at(each, () => (value.secret ? { rule: say`must have only valid keys` } : tell(each)));
            item(each, at);
        }
    };
}

/** A check of a field that cannot be left out. */
interface Needed {
    readonly needed: true;
}

export function needed<C extends Check>(check: C): C & Needed {
    return Object.assign(check, { needed: true as const });
}

/** The checks of the fields of `T`: one each, a plain one where the field is plain, a needed one where it is not optional. */
export type Fields<T> = {
    readonly [Field in keyof Required<T>]: ([Extract<T[Field], Promise<unknown>>] extends [never]
        ? PlainCheck
        : Check) &
        (object extends Pick<T, Field> ? unknown : Needed);
};

/** What to write instead of a field that there was once. */
export type Replaced = Readonly<Record<string, (field: Known) => Phrase>>;

/** A plain object with certain fields. */
export function object<T>(fields: Fields<T>, example?: Phrase, replaced: Replaced = {}): Check {
    const checks = new Map(Object.entries<Check>(fields));
    const names = [...checks.keys()];
    const suggestion = suggestionAmong(names);
    const needs = names.filter((name) => "needed" in checks.get(name)!);
    return (value, report) => {
        if (value.kind === "later") return;
        if (value.kind !== "object") {
            const [only, ...others] = needs;
            const isOnly = only !== undefined && others.length === 0 && isRight(value, checks.get(only)!);
            const written = isOnly && !value.secret ? say`{ ${named(only)}: ${quoted(value)} }` : example;
            report(value, () => ({
                rule: say`must be an object${needs.length === 0 ? say`` : say` with ${listed(needs, "and")}`}`,
                received: quoted(value),
                advice: written === undefined ? adviceOn(value) : say`Use ${written}.`,
            }));
            return;
        }
        const absent = needs.filter((name) => value.field(name) === undefined);
        // What was misspelled is told by itself.
        const meant = absent.length === 0 ? [] : firstOf(value.fields.keys()).map(suggestion);
        for (const name of absent) {
            if (!meant.includes(name)) report(value, () => missing, name);
        }
        for (const [name, field] of value.fields) {
            const check = checks.get(name);
            if (check) check(field, report);
            else if (value.secret) report(value, () => ({ rule: say`has an unknown property` }));
            else report(field, () => unknownProperty(field, names, suggestion, replaced));
        }
    };
}

/** Such an object whose fields are known when the program runs, with outputs for their values. */
export function plainObject<T>(fields: Fields<T>, example?: Phrase): PlainCheck {
    return plain(
        object(fields, example),
        say`must be an object that is known when the program runs`,
        say`Its fields can be outputs.`,
    );
}

/** What each of `checks` finds. */
export function every(first: PlainCheck, ...others: Check[]): PlainCheck;
export function every(...checks: Check[]): Check;
export function every(...checks: Check[]): Check {
    return (value, report) => checks.forEach((check) => check(value, report));
}

function plain(check: Check, rule: Phrase, advice?: Phrase): PlainCheck {
    const checkPlain: Check = (value, report) => {
        // Also once its value is known: an input must not be right in one run and wrong in another.
        const isOutput = value.deferred && value.kind !== "nothing";
        if (!isOutput) check(value, report);
        else if (value.given instanceof Promise)
            report(value, () => ({ rule, form: say`a promise`, advice: say`Await it.` }));
        else report(value, () => ({ rule, form: say`an output`, advice }));
    };
    return checkPlain as PlainCheck;
}

/** As many names as a person may have misspelled. */
export const firstOf = (names: Iterable<string>): string[] => [...names].slice(0, 50);

const isQuotable = (value: Known) => value.kind === "boolean" || Number.isFinite(value.scalar);

const whereFrom = say`If it comes from a stack output, check that the output exists; in unit tests, check the mocks; with --target, target the resource that provides it.`;

const missing: Sentence = { rule: say`must be set`, received: say`no value`, advice: whereFrom };

function adviceOn(value: Known, attribute?: Phrase): Phrase | undefined {
    if (value.kind === "nothing") return whereFrom;
    if (value.kind !== "other" || attribute === undefined || value.secret) return undefined;
    return isResource(value.scalar) ? say`Use its ${attribute}.` : undefined;
}

const isResource = (value: unknown) =>
    typeof value === "object" && value !== null && propertyOf(value, "__pulumiResource") === true;

function unknownProperty(
    field: Known,
    names: readonly string[],
    suggestion: (written: string) => string | undefined,
    replaced: Replaced,
): Sentence {
    const rule = say`unknown property`;
    const instead = Object.hasOwn(replaced, field.key) ? replaced[field.key] : undefined;
    if (instead) return { rule, advice: instead(field) };
    const meant = suggestion(String(field.key));
    if (meant !== undefined) return { rule, advice: say`Did you mean ${named(meant)}?` };
    return {
        rule,
        advice: names.length > 8 ? undefined : say`Valid properties are ${listed(names, "and")}.`,
    };
}
