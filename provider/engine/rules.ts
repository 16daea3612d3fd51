import type { Ending } from "../policy/globs";
import type { Direction } from "../policy/permissions";
import type { SourceConditions } from "../policy/trustPolicy";
import type { Phrase } from "../values/message";
import type { Rule } from "../values/rule";

/** A parameter for the DB cluster parameter group of the cluster. */
export interface ClusterParameter {
    /** The name of the parameter, for example, `aws_default_s3_role`. */
    name: string;
    /** The value of the parameter: the ARN of the role. */
    value: string;
    /** When the parameter takes effect; always `immediate`, as these parameters are dynamic. */
    applyMethod: string;
}

/** What differs between the engines, apart from the permissions. */
export interface EngineRules {
    /** The name of the engine in AWS's documentation. */
    readonly title: Phrase;

    /** Requires a version of this engine that can reach S3. */
    readonly version: Rule;

    /** The objects that an export writes. */
    readonly exported: ExportedObjects;

    /** How the conditions of the trust policy stand unless the user says otherwise. */
    readonly sourceConditions: Exclude<SourceConditions, "None">;

    /** The types of the RDS resources for which RDS can assume the role. */
    readonly sources: readonly ("cluster" | "db")[];

    /** The versions that cannot use customer managed keys, and the first that can. */
    readonly withoutCustomerKeys?: { readonly versions: RegExp; readonly since: Phrase };

    /** How its DB cluster parameter groups are named; an engine without them takes no parameters. */
    readonly parameterGroups?: ParameterGroups;

    /** The names of the cluster parameters that make the engine use the role; without `version`, those of the newest ones. */
    readonly parameterNames: (directions: readonly Direction[], version?: string) => string[];

    /** The privileges that a database user needs; without `version`, those of the newest ones. */
    readonly databasePrivileges: (directions: readonly Direction[], version?: string) => string[];

    /** What the role of each direction is for, by which the cluster finds it; without these, one role is for both. */
    readonly featureNames?: Readonly<Record<Direction, string>>;
}

/** The objects that an export writes: their keys start with the name that the statement gives, and end in several ways. */
export interface ExportedObjects {
    /** After "must match": `the objects that Aurora MySQL writes, for example, ...`. */
    readonly description: Phrase;
    /** The same for the data files alone. */
    readonly dataFiles: Phrase;
    /** How the keys of the data files end. */
    readonly data: Ending;
    /** What an export may have to write; objects that do not allow one of these are likely wrong. */
    readonly expected: readonly ExpectedObject[];
    /** What likely is the ending of an object, and not in the name that the statement gives. */
    readonly unlikelyInName: RegExp;
}

/** An object that an export may have to write. */
export interface ExpectedObject {
    readonly what: Phrase;
    readonly ending: Ending;
    /** What comes of it if it is not allowed. */
    readonly otherwise: Phrase;
    /** How the pattern ends that allows it and those like it. */
    readonly pattern: string;
}

/** The families of DB cluster parameter groups. */
export interface ParameterGroups {
    readonly family: Rule;
    /** The family for a version: `aurora-mysql8.0`. */
    readonly familyOf: (version: string) => string;
    /** The start of the versions of a family: `8.0`. */
    readonly versionOf: (family: string) => string;
}
