import type { Engine } from "../policy/permissions";
import { auroraMysql } from "./auroraMysql";
import { auroraPostgresql } from "./auroraPostgresql";
import type { EngineRules } from "./rules";

export const engines: Readonly<Record<Engine, EngineRules>> = {
    "aurora-mysql": auroraMysql,
    "aurora-postgresql": auroraPostgresql,
};
