import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../cache";
import { isOlder } from "./versions";

export const oldestPulumi = "3.200.0";

export interface Installed {
    /** The folder of the `pulumi` executable. */
    bin: string;
    version: string;
    /** From source: its language hosts are older than it. */
    isBuilt?: boolean;
}

/** The first Pulumi on `path` that is recent enough and has its `hosts`; `refused` says what is wrong with the others. */
export async function findInstalled(
    path: string,
    hosts: readonly string[],
): Promise<{ installed?: Installed; refused: string[] }> {
    const refused: string[] = [];
    for (const bin of foldersWith("pulumi", path)) {
        const version = await versionOf(join(bin, "pulumi"));
        const missing = missingHosts(hosts, [bin, path].join(delimiter));
        if (version === undefined) {
            refused.push(`Ignoring ${join(bin, "pulumi")}: "pulumi version" prints no version.`);
        } else if (isOlder(version, oldestPulumi)) {
            refused.push(
                `Ignoring ${join(bin, "pulumi")}: version ${version} is older than ${oldestPulumi}.`,
            );
        } else if (missing.length > 0) {
            refused.push(
                `Ignoring ${join(bin, "pulumi")}: ${missing.join(", ")} is neither in the same folder nor on the PATH.`,
            );
        } else {
            return { installed: { bin, version }, refused };
        }
    }
    return { refused };
}

/** Those of the hosts that are not on `path`. */
export function missingHosts(hosts: readonly string[], path: string): string[] {
    return hosts.filter((host) => foldersWith(host, path).length === 0);
}

function foldersWith(executable: string, path: string): string[] {
    return path.split(delimiter).filter((folder) => folder !== "" && isExecutable(join(folder, executable)));
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}

/** Even `pulumi version` writes a log into the home, which would be the user's own. */
export const ownHome = {
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_HOME: join(cacheFolder, "toolchain", "home"),
};

export async function versionOf(pulumi: string): Promise<string | undefined> {
    const env = { ...process.env, ...ownHome };
    try {
        const { stdout } = await promisify(execFile)(pulumi, ["version"], { env });
        return /^v?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    } catch {
        return undefined;
    }
}
