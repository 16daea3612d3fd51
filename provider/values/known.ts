import { fieldsOf, itemsOf, unreadable } from "./reading";

/** A placeholder for a value that is known only during the deployment. */
export const later = Symbol("known during the deployment");

/** What kind of value is known. */
export type Kind = "later" | "nothing" | "string" | "number" | "boolean" | "list" | "object" | "other";

/** What reads a whole tree of values. */
export interface Reader {
    /** Whether it keeps a value for itself, as its content is known only later. */
    readonly defer?: (at: Known, value: object) => boolean;
    /** Whether a list or an object was secret before it was taken apart. */
    readonly isSecret?: (value: object) => boolean;
    /** How many values it still reads. */
    room: number;
}

/** How a value came to be. */
export interface Origin {
    /** It is secret, as is everything in it. */
    readonly secret?: boolean | undefined;
    /** It came out of an output: a null in it was computed, where a null in the program leaves the field out. */
    readonly computed?: boolean | undefined;
}

/** No input is nested as deeply, and none that IAM has room for holds as many values: what does may be endless. */
const deepest = 8;
export const mostValues = 100_000;

/**
 * A value of the inputs as far as it is known, with where it stands.
 *
 * A field that is left out has no `Known`. What is known later is put in by `settle`, so that those who hold a part of the
 * inputs need not look for it again.
 */
export class Known {
    kind: Kind = "nothing";
    secret = false;
    /** Whether the program gave it as something that is known only later, such as an output. */
    readonly deferred: boolean;
    private content: unknown;
    private readonly depth: number;

    constructor(
        private readonly input: unknown,
        private readonly reader: Reader = { room: mostValues },
        private readonly parent?: Known,
        readonly key: string | number = "",
        origin: Origin = {},
    ) {
        reader.room--;
        this.depth = parent === undefined ? 0 : parent.depth + 1;
        this.settle(input, origin);
        this.deferred = this.kind === "later";
    }

    /** Takes the value in, or what has become of it. */
    settle(value: unknown, origin: Origin = {}): void {
        this.secret = this.secret || origin.secret === true || this.parent?.secret === true;
        const { kind, content } = this.read(value);
        this.kind = kind;
        this.content = content;
        if (kind === "list") this.content = this.itemsOf(content as unknown[], origin);
        if (kind === "object") this.content = this.fieldsOf(content as [string, unknown][], origin);
    }

    /** The value as the program gave it, with its outputs, read once. */
    get given(): unknown {
        if (this.deferred) return this.input;
        if (this.kind === "list") return this.items.map(({ given }) => given);
        if (this.kind !== "object") return this.input;
        return Object.fromEntries([...this.fields].map(([key, { given }]) => [key, given]));
    }

    get string(): string | undefined {
        return this.kind === "string" ? (this.content as string) : undefined;
    }

    /** What is neither a list nor a plain object. */
    get scalar(): unknown {
        return this.kind === "list" || this.kind === "object" ? undefined : this.content;
    }

    /** The items of a list; none of anything else. */
    get items(): readonly Known[] {
        return this.kind === "list" ? (this.content as Known[]) : [];
    }

    /** The fields of an object that are not left out; none of anything else. */
    get fields(): ReadonlyMap<string, Known> {
        return this.kind === "object" ? (this.content as Map<string, Known>) : noFields;
    }

    field(name: string): Known | undefined {
        return this.fields.get(name);
    }

    /** In Pulumi's notation: `importFrom[1].bucket`. */
    get path(): string {
        const { parent, key } = this;
        return parent === undefined ? "" : pathIn(parent, key);
    }

    /** What the value is and holds. It is read only here, and once: it may answer otherwise the next time. */
    private read(value: unknown): { kind: Kind; content: unknown } {
        if (value === later) return { kind: "later", content: value };
        if (value === undefined || value === null) return { kind: "nothing", content: value };
        if (typeof value !== "object") return { kind: kindOfScalar(value), content: value };
        try {
            return this.readObject(value);
        } catch {
            return { kind: "other", content: unreadable };
        }
    }

    private readObject(value: object): { kind: Kind; content: unknown } {
        if (this.reader.defer?.(this, value)) return { kind: "later", content: value };
        const isList = Array.isArray(value);
        if (!isList && !isPlainObject(value)) return { kind: "other", content: value };
        if (this.reader.isSecret?.(value)) this.secret = true;
        const { room } = this.reader;
        const content =
            this.depth > deepest ? undefined : isList ? itemsOf(value, room) : fieldsOf(value, room);
        if (content === undefined) return { kind: "other", content: value };
        return { kind: isList ? "list" : "object", content };
    }

    private itemsOf(list: readonly unknown[], origin: Origin): Known[] {
        return list.map((item, i) => new Known(item, this.reader, this, i, origin));
    }

    private fieldsOf(entries: readonly [string, unknown][], origin: Origin): Map<string, Known> {
        const fields = new Map<string, Known>();
        for (const [key, value] of entries) {
            if (value === undefined || (value === null && !origin.computed)) continue;
            fields.set(key, new Known(value, this.reader, this, key, origin));
        }
        return fields;
    }
}

function kindOfScalar(value: unknown): Kind {
    const type = typeof value;
    return type === "string" || type === "number" || type === "boolean" ? type : "other";
}

const noFields: ReadonlyMap<string, Known> = new Map();

/** Whether a value or something in it is secret. */
export function holdsSecret(value: Known): boolean {
    return value.secret || [...value.items, ...value.fields.values()].some(holdsSecret);
}

/** Longer than any name of ours, and than what is shown of a path. */
const longestKey = 201;

/** The path of a field or item, there or not. Of a very long key only as much as anybody is shown. */
export function pathIn(parent: Known, key: string | number): string {
    if (typeof key === "number") return `${parent.path}[${key}]`;
    const start = key.slice(0, longestKey);
    if (!/^[A-Za-z_]\w*$/.test(start)) return `${parent.path}[${JSON.stringify(start)}]`;
    return parent.path === "" ? start : `${parent.path}.${start}`;
}

/** An object of no class, such as a resource is one of. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const prototype = Object.getPrototypeOf(value) as object | null;
    // Not only our own Object.prototype: test runners give each file a realm of its own.
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
