import type { Engine } from "../policy/permissions";
import { auroraMysql } from "./auroraMysql";
import { auroraPostgresql } from "./auroraPostgresql";
import type { ClusterParameter, EngineRules } from "./rules";

/** The rules of each engine: its cluster parameters, database privileges and feature names. */
export const engines: Readonly<Record<Engine, EngineRules>> = {
    "aurora-mysql": auroraMysql,
    "aurora-postgresql": auroraPostgresql,
};

export const defaultEngine: Engine = "aurora-mysql";

/**
 * Returns the cluster parameters with these names, each set to the ARN of the role.
 *
 * @typeParam Arn - The type of the ARN: a string, or an output.
 * @param names - The names, for example, from `engines["aurora-mysql"].parameterNames(["import"])`.
 * @param roleArn - The ARN of the role.
 */
export function clusterParameters<Arn>(
    names: readonly string[],
    roleArn: Arn,
): (Omit<ClusterParameter, "value"> & {
    /** The value of the parameter: the ARN of the role. */
    value: Arn;
})[] {
    // These parameters are dynamic; a reboot is needed only when another parameter group takes over.
    return names.map((name) => ({ name, value: roleArn, applyMethod: "immediate" }));
}

/** The version that is given, or told by the family of the parameter group. */
export function versionOf(
    { parameterGroups }: EngineRules,
    version?: string,
    family?: string,
): string | undefined {
    return version ?? (family === undefined ? undefined : parameterGroups?.versionOf(family));
}
