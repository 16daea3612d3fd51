import { existsSync } from "node:fs";
import { join } from "node:path";
import { cached, cacheFolder } from "./cache";
import { requireGo, runGo } from "./goModule";
import { withProgress } from "./toolchain/progress";

interface GoProgram {
    /** What it is called in the cache. */
    name: string;
    /** What it is, as the subject of a sentence. */
    title: string;
    buildTime: string;
    module: string;
    /** Its package, if it is not that of the module itself. */
    mainPackage?: string;
    /** Of all that it is compiled from. */
    hash: string;
}

/** The executable, compiled into the cache once for each state of its sources. */
export async function builtGoProgram(program: GoProgram): Promise<string> {
    const { name, title, buildTime, module, mainPackage = ".", hash } = program;
    const entry = join("go-programs", name, `${process.platform}-${process.arch}-${hash}`);
    const make = () =>
        cached(entry, (folder) =>
            runGo(module, ["build", "-ldflags", "-s -w", "-o", join(folder, name), mainPackage], folder),
        );
    const isMissing = !existsSync(join(cacheFolder, entry));
    if (isMissing) await requireGo(title, module);
    return join(await (isMissing ? withProgress(`${title}: building, ${buildTime}`, make) : make()), name);
}
