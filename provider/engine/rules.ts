import type { Ending } from "../policy/globs";
import type { Direction } from "../policy/permissions";
import type { SourceConditions } from "../policy/trustPolicy";
import type { Phrase } from "../values/message";
import type { Rule } from "../values/rule";

/** A parameter to set in the DB cluster parameter group of an Aurora MySQL cluster. */
export interface ClusterParameter {
    /** The name of the parameter, for example, `aws_default_s3_role`. */
    name: string;
    /** The value of the parameter: the ARN of the role. */
    value: string;
    /** When the parameter takes effect. Always `immediate`, because these parameters are dynamic. */
    applyMethod: string;
}

/** The rules of an engine. Its permissions are in `permissions`. */
export interface EngineRules {
    /**
     * The name of the engine in AWS's documentation.
     * @internal
     */
    readonly title: Phrase;

    /**
     * Requires a version of this engine that supports access to Amazon S3.
     * @internal
     */
    readonly version: Rule;

    /** How the conditions of the trust policy apply by default. */
    readonly sourceConditions: Exclude<SourceConditions, "None">;

    /**
     * The types of the RDS resources on behalf of which Amazon RDS can assume the role.
     * @internal
     */
    readonly sources: readonly ("cluster" | "db")[];

    /**
     * The objects that an export writes.
     * @internal
     */
    readonly exported: ExportedObjects;

    /**
     * The versions that don't support customer managed keys, and the first that does.
     * @internal
     */
    readonly withoutCustomerKeys?: { readonly versions: RegExp; readonly since: Phrase };

    /**
     * The families of its DB cluster parameter groups. Undefined if the engine needs no parameters.
     * @internal
     */
    readonly parameterGroups?: ParameterGroups;

    /**
     * Returns the names of the cluster parameters through which the engine finds the role: those of `version`, by default those
     * of the newest versions. Empty for Aurora PostgreSQL.
     *
     * @param directions - Whether the cluster imports, exports or both.
     * @param version - The engine version, for example, `8.0.mysql_aurora.3.10.0`.
     */
    readonly parameterNames: (directions: readonly Direction[], version?: string) => string[];

    /**
     * Returns the privileges that a database user needs: those of `version`, by default those of the newest versions. Empty for
     * Aurora PostgreSQL.
     *
     * @param directions - Whether the cluster imports, exports or both.
     * @param version - The engine version, for example, `8.0.mysql_aurora.3.10.0`.
     */
    readonly databasePrivileges: (directions: readonly Direction[], version?: string) => string[];

    /** The feature name of the association for each direction. Undefined if one role serves both directions. */
    readonly featureNames?: Readonly<Record<Direction, string>>;
}

/** The objects that an export writes. Their keys start with the name in the statement, followed by one of several suffixes. */
export interface ExportedObjects {
    /** After "must match": `the objects that Aurora MySQL writes, for example, ...`. */
    readonly description: Phrase;
    /** The same for the data files alone. */
    readonly dataFiles: Phrase;
    /** How the keys of the data files end. */
    readonly data: Ending;
    /** The objects that an export can write. `objects` that don't allow one of these are likely wrong. */
    readonly expected: readonly ExpectedObject[];
    /** What is likely the suffix of an object and not part of the name in the statement. */
    readonly unlikelyInName: RegExp;
}

/** An object that an export can write. */
export interface ExpectedObject {
    readonly what: Phrase;
    readonly ending: Ending;
    /** What happens if it is not allowed. */
    readonly otherwise: Phrase;
    /** The end of a pattern that allows it and similar objects. */
    readonly pattern: string;
}

/** The families of DB cluster parameter groups. */
export interface ParameterGroups {
    readonly family: Rule;
    /** The family of a version, for example, `aurora-mysql8.0`. */
    readonly familyOf: (version: string) => string;
    /** The start of the versions of a family, for example, `8.0`. */
    readonly versionOf: (family: string) => string;
}
