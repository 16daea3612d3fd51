import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cached } from "../../../tools/cache";

const run = promisify(execFile);

const oldestPython = [3, 10] as const;
const requirements = join(__dirname, "requirements.txt");

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

/** The interpreter of a virtual environment that holds moto, made in the cache folder when it is not there yet. */
export async function pythonWithMoto(): Promise<string> {
    const python = await systemPython();
    const hash = createHash("sha256")
        .update(python.build)
        .update(await readFile(requirements));
    const environment = await cached(`moto-${hash.digest("hex").slice(0, 16)}`, makeEnvironment);
    return join(environment, "bin", "python");
}

async function systemPython(): Promise<Python> {
    const needed = `The emulated AWS of the tests needs Python ${oldestPython.join(".")} or later`;
    const { stdout } = await run("python3", ["-c", selfDescription]).catch((cause: Error) => {
        throw new Error(
            `${needed}, and there is no python3 that runs on the PATH: install it from https://www.python.org.`,
            { cause },
        );
    });
    const python = JSON.parse(stdout) as Python;
    const [major, minor] = python.version;
    if (major < oldestPython[0] || (major === oldestPython[0] && minor < oldestPython[1])) {
        throw new Error(
            `${needed}, but python3 on the PATH is ${python.version.join(".")}: install a later one from https://www.python.org.`,
        );
    }
    if (!python.makesEnvironments) {
        throw new Error(
            `${needed} with its venv and ensurepip modules, which python3 on the PATH lacks: install them (on Debian and Ubuntu, apt install python3-venv).`,
        );
    }
    return python;
}

export async function makeEnvironment(folder: string): Promise<void> {
    process.stderr.write(
        "Installing moto, the emulated AWS of the tests, into .cache (once, some 15 seconds)\n",
    );
    const install = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"];
    const exactly = ["--require-hashes", "--no-deps", "--only-binary=:all:"];
    try {
        await run("python3", ["-m", "venv", folder]);
        const python = join(folder, "bin", "python");
        await run(python, [...install, ...exactly, "--requirement", requirements]);
    } catch (error) {
        const { stderr } = error as { stderr: string };
        throw new Error(`moto, the emulated AWS of the tests, could not be installed with pip:\n${stderr}`, {
            cause: error,
        });
    }
}
