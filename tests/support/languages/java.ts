import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, link, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { cached } from "../../../tools/cache";
import { contentHash } from "../../../tools/contentHash";
import { mavenEnvironment, runMaven } from "../../../tools/maven";
import { projectFolder } from "../../../tools/project";
import { withProgress } from "../../../tools/toolchain/progress";
import { isOlder } from "../../../tools/toolchain/versions";
import type { LanguageEnvironment } from ".";

const pins = join(__dirname, "programs/java");
const sdk = join(projectFolder, "sdk/java");
const oldestJdk = "17";

/**
 * A local repository of Maven's that is not the user's: our own SDK is installed in it, as a user would install it, and
 * Maven before 3.9 knows no second one beside the first.
 */
export async function java(): Promise<LanguageEnvironment> {
    await requireMaven();
    const pom = await readFile(join(pins, "pom.xml"), "utf8");
    const awsVersion = /<artifactId>aws<\/artifactId>\s*<version>(.+)<\/version>/.exec(pom)![1]!;
    const repository = await withOwnSdk(await fetched());
    return {
        language: "java",
        awsVersions: [awsVersion],
        env: mavenEnvironment(repository),
        // Maven finds all that the program's `pom.xml` names in the repository.
        install: () => Promise.resolve(),
    };
}

/** The repository with what programs depend on, and the plugins of Maven that build and run them and our SDK. */
async function fetched(): Promise<string> {
    return cached(`languages/java-${await contentHash(pins)}`, (repository) =>
        withProgress("Pulumi's SDKs for Java: fetching into .cache, about 15 seconds", async () => {
            const program = join(repository, ".program");
            await cp(pins, program, { recursive: true });
            await runMaven(repository, program, [
                "install",
                "exec:java",
                "-Dmaven.install.skip",
                "-Dexec.skip",
            ]);
            await rm(program, { recursive: true });
        }),
    );
}

/** Another repository: our SDK, and what is in `base`. That is large, and our SDK changes often. */
async function withOwnSdk(base: string): Promise<string> {
    return cached(`languages/${basename(base)}-sdk-${await contentHash(sdk)}`, async (repository) => {
        await linkFiles(base, repository);
        // From a copy, as Maven builds in the folder itself.
        const copy = join(repository, ".sdk");
        await cp(sdk, copy, { recursive: true });
        const title = "Our SDK for Java: installing into .cache, about 5 seconds";
        await withProgress(title, () => runMaven(repository, copy, ["install"]));
        await rm(copy, { recursive: true });
    });
}

async function linkFiles(from: string, to: string): Promise<void> {
    for (const entry of await readdir(from, { withFileTypes: true })) {
        const [source, target] = [join(from, entry.name), join(to, entry.name)];
        if (entry.isFile()) await link(source, target);
        else await mkdir(target).then(() => linkFiles(source, target));
    }
}

/** Rejects with what to install where there is no Maven, or no JDK for it. */
export async function requireMaven(): Promise<void> {
    const remedy = `Install a JDK ${oldestJdk} or later (https://adoptium.net) and Maven (https://maven.apache.org), and add them to the PATH.`;
    const { stdout } = await promisify(execFile)("mvn", ["--batch-mode", "--version"]).catch(
        (cause: Error) => {
            throw new Error(
                `A program in Java cannot be built: mvn on the PATH is missing or does not run. ${remedy}`,
                {
                    cause,
                },
            );
        },
    );
    const [, version = "0", home = ""] = /^Java version: ([\d.]+).*, runtime: (.*)$/m.exec(stdout) ?? [];
    if (isOlder(version, oldestJdk) || !existsSync(join(home, "bin", "javac"))) {
        throw new Error(
            `A program in Java cannot be built: Maven runs on Java ${version} in ${home}, which is older than ${oldestJdk} or has no compiler. ${remedy}`,
        );
    }
}
