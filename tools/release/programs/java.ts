import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../../cache";
import { mavenEnvironment, runMaven } from "../../maven";
import type { Release } from "../release";
import { type ReleasedProgram, writer } from ".";

/** The local repository of Maven's for releases, apart from that of the user and from that of the tests. */
const localRepository = join(cacheFolder, "release/maven-repository");

/** Runs Maven with the local repository of releases. */
export const maven = (folder: string, args: readonly string[]) => runMaven(localRepository, folder, args);

export function java(release: Release): ReleasedProgram {
    return {
        language: "java",
        awsVersions: [],
        env: mavenEnvironment(localRepository),
        write: writer(release, "App.java", "src/main/java/myproject/App.java", {
            "Pulumi.yaml": "name: released-java\nruntime: java\n",
            "pom.xml": pom(release),
        }),
        // Maven fetches when it compiles; here it only forgets what an earlier release of the same version was.
        install: async () => {
            const group = release.identity.javaGroup.split(".");
            await rm(join(localRepository, ...group, release.name), { recursive: true, force: true });
        },
        compile: (folder) => maven(folder, ["compile"]),
    };
}

const pom = ({
    name,
    version,
    identity,
    folder,
}: Release) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>myproject</groupId>
    <artifactId>released-java</artifactId>
    <version>1.0.0</version>
    <properties>
        <maven.compiler.release>17</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    </properties>
    <repositories>
        <repository>
            <id>release</id>
            <url>${pathToFileURL(join(folder, "maven")).href}</url>
        </repository>
    </repositories>
    <dependencies>
        <dependency>
            <groupId>${identity.javaGroup}</groupId>
            <artifactId>${name}</artifactId>
            <version>${version}</version>
        </dependency>
    </dependencies>
    <build>
        <plugins>
            <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.0</version>
            </plugin>
            <plugin>
                <groupId>org.codehaus.mojo</groupId>
                <artifactId>exec-maven-plugin</artifactId>
                <version>3.5.0</version>
                <configuration>
                    <mainClass>myproject.App</mainClass>
                </configuration>
            </plugin>
        </plugins>
    </build>
</project>
`;
