import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pomIsComplete } from "../artefacts/maven";
import { passesTwine } from "../artefacts/python";
import { archiveName } from "../../pack/archive";
import { pulumiPlatform } from "../../pack/platform";
import { deploySmallest } from "../deploy";
import type { ReleasedProgram } from "../programs";
import { go } from "../programs/go";
import { java } from "../programs/java";
import { python } from "../programs/python";
import { typescript } from "../programs/typescript";
import { yaml } from "../programs/yaml";
import type { Artefact, Check, Release } from "../release";
import { releaseOfCopy } from "./copy";
import { goTagCheck } from "./goTag";
import { startNpmRegistry } from "./npmRegistry";
import { normalized, writePythonIndex } from "./pythonIndex";

/** A repository as a user may have one: its organization has a hyphen, which not every language takes. */
const repository = "github:acme-data/pulumi-aws-aurora-s3-access";

/**
 * Checks that, when there is a repository, the package managers find by their names what a release publishes, and a program
 * in each language deploys on the emulator.
 */
export async function published(): Promise<{ artefact: Artefact; end: () => Promise<void> }> {
    const release = await releaseOfCopy(repository);
    const ends: (() => unknown)[] = [release.remove];
    const end = async () => {
        for (const each of ends.splice(0).reverse()) await each();
    };
    try {
        return { artefact: await artefactOf(release, ends), end };
    } catch (error) {
        await end();
        throw error;
    }
}

async function artefactOf(release: Release, ends: (() => unknown)[]): Promise<Artefact> {
    const npmFiles = ["", "-sdk"].map((suffix) =>
        join(release.folder, "npm", `${release.name}${suffix}-${release.version}.tgz`),
    );
    const registry = await startNpmRegistry(npmFiles);
    ends.push(() => registry.close());
    const pythonFolder = join(release.folder, "python");
    const pythonFiles = (await readdir(pythonFolder)).map((file) => join(pythonFolder, file));
    const index = join(release.project, "simple");
    await writePythonIndex(pythonFolder, index);

    const archive = join(release.folder, archiveName(release, pulumiPlatform()));
    const deploys = (
        how: string,
        program: (empty: string) => ReleasedProgram | Promise<ReleasedProgram>,
    ): Check => ({
        claim: `${how} deploys`,
        run: async (empty) => deploySmallest(release, await program(empty), archive),
    });
    const npmInstall = (name: string) =>
        deploys(`npm install ${name}`, () =>
            typescript(release, { name, spec: `${name}@${release.version}`, registry: registry.url }),
        );
    const pip = [
        `${normalized(`pulumi-${release.name}`)}==${release.version}`,
        `--extra-index-url=${pathToFileURL(index).href}`,
    ];
    return {
        files: [],
        contents: `with ${repository}`,
        checks: [
            npmInstall(release.name),
            npmInstall(`${release.name}-sdk`),
            deploys("pip install", (empty) => python(release, join(empty, "venv"), pip)),
            deploys("go get", (empty) => go(release, empty)),
            goTagCheck(release),
            pomIsComplete(release),
            passesTwine(...pythonFiles),
            deploys("mvn", () => java(release)),
            deploys("the plugin alone (YAML)", () => yaml(release)),
        ],
    };
}
