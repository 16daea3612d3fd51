import type { Aws } from "./clients";
import type { Values } from "./values";

/** The type of a property's value. One description drives checks, comparison and the schema. */
export type Type =
    | { kind: "string" | "integer" | "number" | "boolean" }
    /** JSON text; a `document` may also be given as an object. */
    | { kind: "json"; document: boolean }
    | { kind: "list" | "set" | "map"; of: Type }
    | { kind: "object"; token: string; fields: Properties };

export interface Options {
    /** AWS fills it in when it is left out; leaving it out later changes nothing. */
    computed?: boolean;
    /** A change replaces the resource. */
    replaces?: boolean;
    /** Filled in by Check when left out. */
    default?: string | number | boolean;
    /** Filled in by Check with the resource's name and a random ending. */
    autoName?: { maxLength: number; transform?: (name: string) => string };
    conflictsWith?: string;
    secret?: boolean;
    /** AWS never tells: the state keeps what the program gave. */
    unreadable?: boolean;
    /** An output that AWS may change when one of these inputs changes. */
    changesWith?: string[];
    /** What the AWS API calls it, where it says so by the same name in requests and responses. */
    api?: string;
    /** Required by plugins older than this version. */
    requiredBefore?: string;
}

/** Whether a program gives it. What is `derived` is filled in by Check, and so counts among the inputs. */
type Given = "required" | "optional" | "derived" | "never";

export interface Property<T extends Type = Type, G extends Given = Given> extends Options {
    type: T;
    given: G;
}

export type Properties = Record<string, Property>;

export const string = { kind: "string" } as const;
export const integer = { kind: "integer" } as const;
export const number = { kind: "number" } as const;
export const boolean = { kind: "boolean" } as const;
export const json = { kind: "json", document: false } as const;
export const policyDocument = { kind: "json", document: true } as const;
export const list = <T extends Type>(of: T) => ({ kind: "list", of }) as const;
export const set = <T extends Type>(of: T) => ({ kind: "set", of }) as const;
export const map = <T extends Type>(of: T) => ({ kind: "map", of }) as const;
export const object = <F extends Properties>(token: string, fields: F) =>
    ({ kind: "object", token, fields }) as const;

export const required = <T extends Type>(type: T, options?: Options): Property<T, "required"> => ({
    type,
    given: "required",
    ...options,
});
export const optional = <T extends Type>(type: T, options?: Options): Property<T, "optional"> => ({
    type,
    given: "optional",
    ...options,
});
export const output = <T extends Type>(type: T, options?: Options): Property<T, "never"> => ({
    type,
    given: "never",
    computed: true,
    ...options,
});

/** What a value of a type looks like in TypeScript. */
export type Plain<T> = T extends { kind: "string" | "json" }
    ? string
    : T extends { kind: "integer" | "number" }
      ? number
      : T extends { kind: "boolean" }
        ? boolean
        : T extends { kind: "list" | "set"; of: infer E }
          ? Plain<E>[]
          : T extends { kind: "map"; of: infer E }
            ? Record<string, Plain<E>>
            : T extends { kind: "object"; fields: infer F extends Properties }
              ? Inputs<F>
              : never;

type Named<P extends Properties, G extends Given> = {
    [K in keyof P as P[K]["given"] extends G ? K : never]: Plain<P[K]["type"]>;
};

/** What a program gave, checked and with defaults. */
export type Inputs<P extends Properties> = Named<P, "required"> & Partial<Named<P, "optional" | "derived">>;

/** What is known about a resource. */
export type State<P extends Properties> = Inputs<P> & Partial<Named<P, "never">>;

/** The properties of an SDK's type, of which a table may have no others: `satisfies PropertiesOf<PolicyState>`. */
export type PropertiesOf<SdkState> = Partial<Record<keyof SdkState, Property>>;

export interface Change<P extends Properties> {
    olds: State<P>;
    news: Inputs<P>;
    /** Whether one of these inputs differs. */
    changed: (...names: (keyof P & string)[]) => boolean;
}

/** What a resource type does at AWS. Inputs are known and checked when these are called. */
export interface Operations<P extends Properties> {
    /** Makes it and gives its id, so that whatever fails afterwards leaves no orphan. */
    create(inputs: Inputs<P>, aws: Aws): Promise<string>;
    /** The settings that creating it does not take. */
    finish?(id: string, inputs: Inputs<P>, aws: Aws): Promise<void>;
    /** Waits, after it was made or changed, until it can be used. */
    ready?(id: string, aws: Aws): Promise<void>;
    /** What AWS says now; nothing where it is gone. `known` is the state before, or what is known of an import. */
    read(id: string, known: Partial<State<P>>, aws: Aws): Promise<Partial<State<P>> | undefined>;
    update?(id: string, change: Change<P>, aws: Aws): Promise<void>;
    /** Deletes it; what is already gone is no mistake. */
    delete(id: string, state: State<P>, aws: Aws): Promise<void>;
}

export interface ResourceDefinition<P extends Properties> extends Operations<P> {
    token: string;
    /** The token of the same resource in older SDKs. */
    formerToken?: string;
    properties: P;
    /** A replacement is made after the old one is gone. */
    deletesFirst?: boolean;
    /** How long an operation may take, unless the program says otherwise; ten minutes if not given. */
    seconds?: number;
}

/** A resource type whose property types are erased, for the parts that treat all types alike. */
export interface ResourceType extends Omit<ResourceDefinition<Properties>, keyof Operations<Properties>> {
    create(inputs: Values, aws: Aws): Promise<string>;
    finish?(id: string, inputs: Values, aws: Aws): Promise<void>;
    ready?(id: string, aws: Aws): Promise<void>;
    read(id: string, known: Values, aws: Aws): Promise<Values | undefined>;
    update?(
        id: string,
        change: { olds: Values; news: Values; changed: (...names: string[]) => boolean },
        aws: Aws,
    ): Promise<void>;
    delete(id: string, state: Values, aws: Aws): Promise<void>;
}

export const resource = <P extends Properties>(definition: ResourceDefinition<P>): ResourceType => definition;

/** A function of the provider ("data source"). */
export interface FunctionDefinition<A extends Properties, R extends Properties> {
    token: string;
    args: A;
    result: R;
    call(args: Inputs<A>, aws: Aws): Promise<Partial<State<R>>>;
}

export interface FunctionType {
    token: string;
    args: Properties;
    result: Properties;
    call(args: Values, aws: Aws): Promise<Values>;
}

export const invokable = <A extends Properties, R extends Properties>(
    definition: FunctionDefinition<A, R>,
): FunctionType => definition;

/** Properties that several types have. */
export const tagged = {
    tags: optional(map(string)),
    tagsAll: { ...output(map(string)), given: "derived" as const },
} satisfies Properties;

export const regional = { region: optional(string, { computed: true, replaces: true }) } satisfies Properties;

export const named = (maxLength: number, transform?: (name: string) => string) =>
    ({
        name: optional(string, {
            computed: true,
            replaces: true,
            conflictsWith: "namePrefix",
            autoName: { maxLength, transform },
        }),
        namePrefix: optional(string, { computed: true, replaces: true, conflictsWith: "name" }),
    }) satisfies Properties;
