import type { Direction } from "../policy/permissions";

/** A parameter for the DB cluster parameter group of the cluster. */
export interface ClusterParameter {
    /** The name of the parameter, like `aws_default_s3_role`. */
    name: string;
    /** The value of the parameter: the ARN of the role. */
    value: string;
    /** When the parameter takes effect; always `immediate`, as these parameters are dynamic. */
    applyMethod: string;
}

/** What differs between the engines, apart from the permissions. */
export interface EngineRules {
    /** Why a version is none of this engine that can reach S3; undefined if it is one. */
    versionMistake: (version: string) => string | undefined;

    /**
     * The cluster parameters that make the engine use the role, whose ARN may be known only later; without `version`, those of the
     * newest ones.
     */
    clusterParameters: <Arn>(
        directions: readonly Direction[],
        roleArn: Arn,
        version?: string,
    ) => (Omit<ClusterParameter, "value"> & { value: Arn })[];

    /** The privileges that a SQL user needs; without `version`, those of the newest ones. */
    databasePrivileges: (directions: readonly Direction[], version?: string) => string[];

    /** What the role of each direction is for, by which the cluster finds it; without these, one role is for both. */
    featureNames?: Readonly<Record<Direction, string>>;
}
