import type { Engine } from "../policy/permissions";
import { auroraMysql } from "./auroraMysql";
import { auroraPostgresql } from "./auroraPostgresql";
import type { ClusterParameter, EngineRules } from "./rules";

export const engines: Readonly<Record<Engine, EngineRules>> = {
    "aurora-mysql": auroraMysql,
    "aurora-postgresql": auroraPostgresql,
};

export const defaultEngine: Engine = "aurora-mysql";

/** The parameters of these names, with the ARN of the role, which may be known only later. */
export function clusterParameters<Arn>(
    names: readonly string[],
    roleArn: Arn,
): (Omit<ClusterParameter, "value"> & { value: Arn })[] {
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
