import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import type * as Examine from "../../doctor/examine";
import { run } from "../../doctor/run";

const script = "doctor.js";

/** The word with which `pulumi plugin run aurora-s3-access --kind resource -- doctor sales` starts the plugin. */
export const isForDoctor = ([word]: readonly string[]): boolean => word === "doctor";

/** Runs the doctor, whose script is beside the plugin's, or in the executable. */
export async function runDoctor(args: readonly string[]): Promise<void> {
    process.exitCode = await run(args, () => Promise.resolve(load()));
}

function load(): typeof Examine {
    const source = embedded();
    if (source === undefined) return createRequire(__filename)(join(__dirname, script)) as typeof Examine;
    // An executable requires what is built into Node.js, which is all that the script asks for.
    const module = { exports: {} };
    const names = ["module", "exports", "require"];
    const evaluate = compileFunction(source, names, { filename: script }) as (...values: unknown[]) => void;
    evaluate(module, module.exports, createRequire(process.execPath));
    return module.exports as typeof Examine;
}

/** https://nodejs.org/api/single-executable-applications.html#assets */
function embedded(): string | undefined {
    try {
        const { isSea, getAsset } = createRequire(process.execPath)("node:sea") as Sea;
        return isSea() ? getAsset(script, "utf8") : undefined;
    } catch {
        // Before Node.js 20.12 there are no assets.
        return undefined;
    }
}

interface Sea {
    isSea: () => boolean;
    getAsset: (name: string, encoding: string) => string;
}
