import type { EngineRules } from "../../../provider/engine/rules";
import { Known } from "../../../provider/values/known";
import { Diagnostic } from "../../../provider/values/message";

/** What an engine says about a version; undefined where nothing is wrong with it. */
export function reasonAgainst({ version: rule }: EngineRules, version: string): string | undefined {
    const tell = rule(version);
    const value = new Known(version);
    return tell && new Diagnostic(value, () => tell(value)).reason;
}
