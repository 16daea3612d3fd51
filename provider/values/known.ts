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
        this.content = value;
        this.kind = this.kindOf(value);
        if (this.kind === "list") this.content = this.itemsOf(value as unknown[], origin);
        if (this.kind === "object") this.content = this.fieldsOf(value as object, origin);
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

    private kindOf(value: unknown): Kind {
        if (value === later) return "later";
        if (value === undefined || value === null) return "nothing";
        if (typeof value === "object" && this.reader.defer?.(this, value)) return "later";
        if (isContainer(value)) {
            if (this.reader.isSecret?.(value)) this.secret = true;
            if (this.depth > deepest || sizeOf(value) > this.reader.room) return "other";
            return Array.isArray(value) ? "list" : "object";
        }
        const type = typeof value;
        return type === "string" || type === "number" || type === "boolean" ? type : "other";
    }

    private itemsOf(list: unknown[], origin: Origin): Known[] {
        // Not by map, which passes over the holes of a list.
        return Array.from(list, (item, i) => new Known(item, this.reader, this, i, origin));
    }

    private fieldsOf(object: object, origin: Origin): Map<string, Known> {
        const fields = new Map<string, Known>();
        for (const [key, value] of Object.entries(object) as [string, unknown][]) {
            if (value === undefined || (value === null && !origin.computed)) continue;
            fields.set(key, new Known(value, this.reader, this, key, origin));
        }
        return fields;
    }
}

const noFields: ReadonlyMap<string, Known> = new Map();

/** Whether a value or something in it is secret. */
export function holdsSecret(value: Known): boolean {
    return value.secret || [...value.items, ...value.fields.values()].some(holdsSecret);
}

/** The path of a field or item, there or not. */
export function pathIn(parent: Known, key: string | number): string {
    if (typeof key === "number") return `${parent.path}[${key}]`;
    if (!/^[A-Za-z_]\w*$/.test(key)) return `${parent.path}[${JSON.stringify(key)}]`;
    return parent.path === "" ? key : `${parent.path}.${key}`;
}

const sizeOf = (container: object) => (Array.isArray(container) ? container : Object.keys(container)).length;

function isContainer(value: unknown): value is object {
    return Array.isArray(value) || isPlainObject(value);
}

/** An object of no class, such as a resource is one of. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const prototype = Object.getPrototypeOf(value) as object | null;
    // Not only our own Object.prototype: test runners give each file a realm of its own.
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
