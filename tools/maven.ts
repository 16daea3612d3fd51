import { mkdir } from "node:fs/promises";
import { runGuarded } from "./toolchain/processes";

/**
 * What has Maven use a local repository that is not the user's. What it does in a run is short: a compiler that optimizes less
 * and one thread for the garbage make it twice as fast.
 */
export const mavenEnvironment = (repository: string) => ({
    MAVEN_OPTS: [
        process.env.MAVEN_OPTS ?? "",
        `-Dmaven.repo.local=${repository}`,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
    ].join(" "),
});

export async function runMaven(repository: string, folder: string, args: readonly string[]): Promise<void> {
    await mkdir(repository, { recursive: true });
    const env = { ...process.env, ...mavenEnvironment(repository) };
    const quietly = ["--batch-mode", "--quiet", "--no-transfer-progress"];
    await runGuarded("mvn", [...quietly, ...args], { cwd: folder, env });
}
