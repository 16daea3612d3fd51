import { pathIn, type Known } from "./known";
import { unreadable } from "./reading";

declare const isPhrase: unique symbol;

/**
 * Words of a message. Only this file makes them, of words that stand in our source and of values that are shown
 * by `quoted` and `derived`, which hide what is secret: so no secret can get into a message.
 */
export type Phrase = string & { readonly [isPhrase]: true };

/** A string that the compiler knows, and so none that a user gave. */
type Literal<Word> = Word extends Phrase
    ? Word
    : Word extends string
      ? string extends Word
          ? never
          : Word
      : never;

/** Words with phrases and literals in them. */
export function say<const Parts extends readonly string[]>(
    words: TemplateStringsArray,
    ...parts: Parts & { readonly [I in keyof Parts]: Literal<Parts[I]> }
): Phrase {
    // Most are words alone, and each component needs many: String.raw takes far longer.
    return (parts.length === 0 ? words[0] : String.raw({ raw: words }, ...parts)) as Phrase;
}

/** A value, shortened; of a list or an object only what it is. */
export function quoted(value: Known): Phrase {
    if (value.kind === "nothing") return say`no value`;
    return derived(value, () => {
        switch (value.kind) {
            case "list":
                return "a list";
            case "object":
                return "an object";
            case "nothing":
            case "string":
                return quote(value.string ?? "");
            case "number":
                return `the number ${String(value.scalar)}`;
            case "boolean":
                return `the boolean ${String(value.scalar)}`;
            case "later":
                return "an output";
            case "other":
                return nameOfOther(value.scalar);
        }
    });
}

/** Something that is computed from values, and so secret if one of them is. */
export function derived(values: Known | readonly Known[], show: () => string): Phrase {
    const isSecret = [values].flat().some(({ secret }) => secret);
    return (isSecret ? "[secret]" : show()) as Phrase;
}

/** Without halves of characters, which no message on the wire may hold. */
const wellFormed = (text: string) =>
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");

/** Words about a value that are left out if it is secret. */
export function unlessSecret(value: Known, words: () => Phrase): Phrase {
    return value.secret ? say`` : words();
}

/** A string in quotes, shortened. */
export function quote(string: string): string {
    const quotation = JSON.stringify(cut(string, 100));
    // Characters that JSON escapes are several each.
    return quotation.length <= 200 ? quotation : `${quotation.slice(0, 200)}…"`;
}

const cut = (string: string, longest: number) =>
    string.length > longest ? `${string.slice(0, longest)}…` : string;

/** A name out of our own tables, and never out of a value. */
export function named(name: string): Phrase {
    return name as Phrase;
}

/** A number that comes from our own rules. */
export function fact(number: number): Phrase {
    return String(number) as Phrase;
}

/** A path, which names properties and not their values. */
export function pathOf(value: Known): Phrase {
    return value.path as Phrase;
}

/** Names out of our own tables: `a, b and c`. */
export function listed(phrases: readonly string[], conjunction: "and" | "or"): Phrase {
    const last = phrases.at(-1) ?? "";
    const others = phrases.slice(0, -1);
    return (others.length === 0 ? last : `${others.join(", ")} ${conjunction} ${last}`) as Phrase;
}

/** What a message says. */
export interface Sentence {
    /** What must hold: `must be a bucket name or ARN`. */
    readonly rule: Phrase;
    /** What was given instead. */
    readonly received?: Phrase | undefined;
    /** In what form it was given, which tells nothing of its value. */
    readonly form?: Phrase | undefined;
    /** What to do: a sentence of its own. */
    readonly advice?: Phrase | undefined;
    /** Another value that the rule holds it against. */
    readonly comparedWith?: Known | undefined;
}

/** Something that is wrong with the inputs, or likely wrong, at a property. */
export class Diagnostic {
    /** The words are put together only if somebody asks for them, as there may be very many. */
    constructor(
        private readonly at: Known,
        private readonly tell: () => Sentence,
        private readonly property?: string,
    ) {}

    /** Where, in Pulumi's notation: `importFrom[1].bucket`. */
    get propertyPath(): string {
        return wellFormed(
            cut(this.property === undefined ? this.at.path : pathIn(this.at, this.property), 200),
        );
    }

    /** What must hold, what was received, what to do. */
    get reason(): string {
        return wellFormed(this.said());
    }

    private said(): string {
        const { rule, form, advice, comparedWith, received = form } = this.tell();
        // Of a secret not even what kind of wrong value it is. A property that is missing is no secret.
        const isSecret = this.at.secret && this.at.kind !== "nothing" && this.property === undefined;
        if (isSecret && form === undefined && received !== undefined)
            return `${rule}, but received a secret value.`;
        if (comparedWith?.secret) return `${rule}.`;
        const but = received === undefined ? "" : `, but received ${received}`;
        return `${rule}${but}.${advice === undefined ? "" : ` ${advice}`}`;
    }
}

/** Takes down a mistake at a value, or at a property that the value lacks. */
export type Report = (at: Known, tell: () => Sentence, property?: string) => void;

function nameOfOther(value: unknown): string {
    if (value === unreadable) return throwsWhenRead;
    if (typeof value !== "object" || value === null) return `a ${typeof value}`;
    try {
        return nameOfObject(value);
    } catch {
        return throwsWhenRead;
    }
}

const throwsWhenRead = "a value that throws an error when it is read";

function nameOfObject(value: object): string {
    if (Array.isArray(value)) return "a list that is circular, nested too deeply or too large";
    if (value instanceof Promise) return "a promise";
    const { __pulumiOutput: isOutput, __pulumiType: type } = value as Record<string, unknown>;
    if (isOutput === true) return "an output";
    if (typeof type === "string") return `a ${type.slice(type.lastIndexOf(":") + 1).slice(0, 50)} resource`;
    const { name } = (value.constructor as { name?: unknown } | undefined) ?? {};
    return typeof name === "string" && name !== "" && name !== "Object"
        ? `an instance of ${name.slice(0, 50)}`
        : "an object that is circular, nested too deeply or too large";
}
