import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { identity } from "../../../tools/identity";
import { manifest, projectFolder } from "../../../tools/project";
import { languageEnvironment } from ".";
import { go } from "./go";
import { requireMaven } from "./java";

describe("The environment of programs", () => {
    const path = process.env.PATH;
    let folder: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "languages-"));
    });
    afterEach(async () => {
        process.env.PATH = path;
        await rm(folder, { recursive: true });
    });

    describe("in Python", () => {
        it("has our own SDK on top of Pulumi's", async () => {
            const { install } = await languageEnvironment("python");
            await install(folder);
            const python = join(folder, "venv/bin/python");
            const program =
                "import pulumi_aws, pulumi_aurora_s3_access as own; print(own.AuroraS3Access.__name__)";
            const { stdout } = await promisify(execFile)(python, ["-c", program]);
            assert.equal(stdout, "AuroraS3Access\n");
        });

        it("leaves no build of our SDK in the sources", async () => {
            const sources = join(projectFolder, "sdk/python");
            const before = await readdir(sources);
            await languageEnvironment("python");
            assert.deepEqual(await readdir(sources), before);
        });
    });

    describe("in Go", () => {
        it("says what to install where there is no Go", async () => {
            process.env.PATH = folder;
            await assert.rejects(go(), {
                message:
                    /^A program in Go cannot be built: Go is not on the PATH\. Install Go [\d.]+ or later \(https:\/\/go\.dev\/dl\), and add it to the PATH\.$/,
            });
        });
    });

    describe("in Java", () => {
        const remedy =
            "Install a JDK 17 or later (https://adoptium.net) and Maven (https://maven.apache.org), and add them to the PATH.";

        /** Puts a Maven on the PATH that runs on this Java. */
        async function mavenRunsOn(version: string): Promise<void> {
            const mvn = join(folder, "mvn");
            const line = `Java version: ${version}, vendor: Debian, runtime: ${folder}`;
            await writeFile(mvn, `#!/bin/sh\necho 'Apache Maven 3.8.7'\necho '${line}'\n`);
            await chmod(mvn, 0o755);
            process.env.PATH = folder;
        }

        it("has our own SDK in a repository of its own", async () => {
            const { env } = await languageEnvironment("java");
            const [, repository] = /.*-Dmaven\.repo\.local=(\S+)/.exec(env.MAVEN_OPTS!)!;
            const { name, version } = manifest;
            assert.ok(repository!.startsWith(projectFolder));
            const group = identity.javaGroup.replaceAll(".", "/");
            assert.ok(existsSync(join(repository!, group, name, version, `${name}-${version}.jar`)));
        });

        it("leaves no build of our SDK in the sources", async () => {
            const sources = join(projectFolder, "sdk/java");
            const before = await readdir(sources);
            await languageEnvironment("java");
            assert.deepEqual(await readdir(sources), before);
        });

        it("says what to install where there is no Maven", async () => {
            process.env.PATH = folder;
            await assert.rejects(requireMaven(), {
                message: `A program in Java cannot be built: mvn on the PATH is missing or does not run. ${remedy}`,
            });
        });

        it("says what to install where Maven runs on an old Java, or on one without a compiler", async () => {
            for (const version of ["11.0.2", "21.0.1"]) {
                await mavenRunsOn(version);
                await assert.rejects(requireMaven(), {
                    message: `A program in Java cannot be built: Maven runs on Java ${version} in ${folder}, which is older than 17 or has no compiler. ${remedy}`,
                });
            }
        });
    });
});
