import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cached } from "../../tools/cache";
import { runGuarded } from "../../tools/toolchain/processes";
import { withProgress } from "../../tools/toolchain/progress";

const oldestPython = [3, 10] as const;

/** What a virtual environment in the cache folder is made for. */
export interface Purpose {
    /** The name of the environment. */
    name: string;
    /** Who needs Python, as the subject of a sentence. */
    user: string;
    /** What is installed, for those who wait for it and when it fails. */
    contents: string;
    /** How long that takes; measured on two cores. */
    installTime: string;
    /** A file that pins the packages with their hashes. */
    requirements: string;
}

/** A virtual environment with the packages that `requirements` pins, made when it is not there yet. */
export async function virtualEnvironment(purpose: Purpose): Promise<string> {
    const python = await systemPython(purpose);
    const hash = createHash("sha256")
        .update(python.build)
        .update(await readFile(purpose.requirements));
    const name = `${purpose.name}-${hash.digest("hex").slice(0, 16)}`;
    return cached(name, (folder) => makeEnvironment(purpose, folder));
}

/** What `python3` says of itself: its version, which build of it this is, and whether it can make a virtual environment. */
interface Python {
    version: [major: number, minor: number, micro: number];
    build: string;
    makesEnvironments: boolean;
}

const selfDescription = `
import importlib.util, json, sys
print(json.dumps({
    "version": sys.version_info[:3],
    "build": sys.version + sys.base_prefix,
    "makesEnvironments": all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")),
}))`;

async function systemPython({ user }: Purpose): Promise<Python> {
    const needed = `${user} requires Python ${oldestPython.join(".")} or later`;
    const { stdout } = await promisify(execFile)("python3", ["-c", selfDescription]).catch((cause: Error) => {
        throw new Error(
            `${needed}, but python3 on the PATH is missing or does not run. Install it from https://www.python.org.`,
            { cause },
        );
    });
    const python = JSON.parse(stdout) as Python;
    const [major, minor] = python.version;
    if (major < oldestPython[0] || (major === oldestPython[0] && minor < oldestPython[1])) {
        throw new Error(
            `${needed}, but python3 on the PATH is ${python.version.join(".")}. Install a later version from https://www.python.org.`,
        );
    }
    if (!python.makesEnvironments) {
        throw new Error(
            `${needed} with the modules venv and ensurepip, which python3 on the PATH lacks. Install them (on Debian and Ubuntu, apt install python3-venv).`,
        );
    }
    return python;
}

export async function makeEnvironment(purpose: Purpose, folder: string): Promise<void> {
    const { contents, installTime, requirements } = purpose;
    const exactly = ["--require-hashes", "--no-deps", "--only-binary=:all:"];
    const title = `${contents}: installing into .cache, about ${installTime}`;
    await withProgress(title, async () => {
        try {
            await runGuarded("python3", ["-m", "venv", folder], {});
            await pipInstall(folder, [...exactly, "--requirement", requirements]);
        } catch (error) {
            throw new Error(`${contents} could not be installed: ${(error as Error).message}`, {
                cause: error,
            });
        }
    });
}

/** Installs with the pip of the virtual environment. */
export async function pipInstall(environment: string, args: readonly string[]): Promise<void> {
    const quietly = ["--disable-pip-version-check", "--no-input", "--quiet"];
    await runGuarded(join(environment, "bin", "python"), ["-m", "pip", "install", ...quietly, ...args], {});
}

/** The folder of the packages of a virtual environment. */
export async function sitePackages(environment: string): Promise<string> {
    const [version] = await readdir(join(environment, "lib"));
    return join(environment, "lib", version!, "site-packages");
}
