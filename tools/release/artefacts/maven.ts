import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { requireMaven } from "../../../tests/support/languages/java";
import { tryOut } from "../programs";
import { java, maven } from "../programs/java";
import type { Artefact, Check, Release } from "../release";
import { filesBelow, inCopyOf } from "./files";

/** What Maven Central asks for, less the signatures, as a Maven repository in a folder. */
export async function mavenPackages(release: Release): Promise<Artefact[]> {
    await requireMaven();
    const repository = join(release.folder, "maven");
    await inCopyOf(join(release.project, "sdk/java"), (copy) =>
        maven(copy, [
            `-DaltDeploymentRepository=release::${pathToFileURL(repository).href}`,
            "-Dmaven.install.skip",
            "--activate-profiles=release",
            "deploy",
        ]),
    );
    const all = await filesBelow(repository);
    // It says when it was written, and Maven Central writes its own.
    for (const file of all.filter((file) => basename(file).startsWith("maven-metadata.xml")))
        await rm(join(repository, file));
    const files = [".jar", ".pom", "-sources.jar", "-javadoc.jar"].map((ending) => path(release, ending));
    return [
        {
            files,
            contents: "SDK for Java",
            checks: [
                {
                    claim: "Maven finds it and a program compiles",
                    run: (empty) => tryOut(java(release), empty),
                },
            ],
        },
    ];
}

/** Where the file lies in the folder of the release. */
const path = ({ name, version, identity }: Release, ending: string) =>
    ["maven", ...identity.javaGroup.split("."), name, version, `${name}-${version}${ending}`].join("/");

/** https://central.sonatype.org/publish/requirements: half of it is not known before there is a repository. */
export const pomIsComplete = (release: Release): Check => ({
    claim: "the pom has what Maven Central requires",
    run: async () => {
        const text = await readFile(join(release.folder, path(release, ".pom")), "utf8");
        const required = ["name", "description", "url", "licenses", "developers", "scm"];
        // Those of the project itself, by their indentation.
        const missing = required.filter((element) => !new RegExp(`^ {4}<${element}>`, "m").test(text));
        if (missing.length > 0)
            throw new Error(`pom.xml lacks ${missing.map((each) => `<${each}>`).join(", ")}.`);
    },
});
