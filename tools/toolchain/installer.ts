import { PulumiCommand } from "@pulumi/pulumi/automation";
import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import type * as semver from "semver";
import { stripVTControlCharacters } from "node:util";

/*
 * `installer.ts ROOT VERSION LOOK_SECONDS SECONDS` installs the release of Pulumi into ROOT/bin with the installer of
 * Pulumi's SDK, or tells in one line why not. It is a process of its own as the installer takes proxies, the
 * temporary folder and Pulumi's home from the environment alone, and only with its process group all ends that it
 * starts.
 */

// What the SDK downloads and runs; on Windows another file of the same host.
const script = new URL("https://get.pulumi.com/install.sh");

// The SDK's own, whose class it takes the version as.
const { SemVer } = createRequire(require.resolve("@pulumi/pulumi"))("semver") as typeof semver;

async function install(root: string, version: string, lookSeconds: number): Promise<void> {
    await look(lookSeconds);
    // Whether the version is right is checked by the caller: exactly, not only that it is new enough.
    await PulumiCommand.install({ root, version: new SemVer(version), skipVersionCheck: true });
}

/** Rejects unless the host of the installer answers soon. */
async function look(seconds: number): Promise<void> {
    let response: Response;
    try {
        response = await fetch(script, { signal: AbortSignal.timeout(seconds * 1000) });
    } catch (error) {
        const late = (error as Error).name === "TimeoutError";
        throw new Error(
            late
                ? `${script.host} did not answer within ${seconds} seconds`
                : `${script.host} cannot be reached: ${rootCause(error as Error)}`,
            { cause: error },
        );
    }
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${script.host} answered ${response.status} ${response.statusText}`);
}

function rootCause(error: Error): string | undefined {
    if (error.cause) return rootCause(error.cause as Error);
    return error.message === "" ? (error as NodeJS.ErrnoException).code : error.message;
}

/** What the script and its tools print of their failures, in order; the SDK's own words where they print nothing. */
function reasonOf(error: Error): string {
    const lines = stripVTControlCharacters(error.message).split(/[\r\n]+/);
    const told = lines.flatMap((line) => /\b(curl|tar|gzip|error): .*/.exec(line)?.[0].trim() ?? []);
    if (told.length > 0) return [...new Set(told)].join("; ");
    return lines.find((line) => line.includes("Command ")) ?? lines[0]!;
}

const [root, version, lookSeconds, seconds] = process.argv.slice(2) as [string, string, string, string];

const limit = setTimeout(
    () => {
        writeSync(process.stderr.fd, `the installer did not finish within ${seconds} seconds\n`);
        process.kill(-process.pid, "SIGKILL");
    },
    Number(seconds) * 1000,
);

install(root, version, Number(lookSeconds))
    .catch((error: Error) => {
        console.error(reasonOf(error));
        process.exitCode = 1;
    })
    .finally(() => clearTimeout(limit));
