import { join } from "node:path";
import { projectFolder } from "../../project";
import { withProgress } from "../../toolchain/progress";
import { type Artefact, type Release, releaseIn } from "../release";
import { checksums } from "./checksums";
import { goModule } from "./goModule";
import { mavenPackages } from "./maven";
import { npmLibrary, npmSdk } from "./npm";
import { pluginArchives } from "./pluginArchives";
import { pythonPackages } from "./python";
import { sboms } from "./sbom";

/** What is created, in the order in which it is, and by what. */
const makers: Record<string, (release: Release) => Promise<Artefact[]>> = {
    "The npm package of the library": npmLibrary,
    "The npm package of the SDK": npmSdk,
    "The packages for Python": pythonPackages,
    "The packages for Maven": mavenPackages,
    "The module for Go": goModule,
    "The archives of the plugin": pluginArchives,
    "The SBOMs": sboms,
    // Of all the others.
    "The checksums": checksums,
};

export interface Made {
    artefacts: Artefact[];
    /** What could not be created, and why. */
    failures: { what: string; error: Error }[];
}

/** Creates all that one machine can into the folder of the release, and goes on where something cannot be created. */
export async function makeArtefacts(release: Release, note = ""): Promise<Made> {
    const made: Made = { artefacts: [], failures: [] };
    for (const [what, make] of Object.entries(makers)) {
        try {
            made.artefacts.push(...(await withProgress(`${what}${note}`, () => make(release))));
        } catch (error) {
            made.failures.push({ what, error: error as Error });
        }
    }
    return made;
}

if (require.main === module) {
    void makeArtefacts(releaseIn(join(projectFolder, "dist"))).then(({ failures }) => {
        for (const { what, error } of failures) console.error(`${what}: ${error.message}`);
        if (failures.length > 0) process.exitCode = 1;
    });
}
