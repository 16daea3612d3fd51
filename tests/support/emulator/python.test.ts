import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { makeEnvironment } from "../python";
import { moto, pythonWithMoto } from "./python";

describe("The Python of the emulated AWS", () => {
    const path = process.env.PATH;
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "python-"));
    });
    afterEach(async () => {
        process.env.PATH = path;
        await rm(folder, { recursive: true });
    });

    /** Puts a python3 in front on the PATH that describes itself like this. */
    async function pythonIs(description: object): Promise<void> {
        const python3 = join(folder, "python3");
        await writeFile(python3, `#!/bin/sh\necho '${JSON.stringify(description)}'\n`);
        await chmod(python3, 0o755);
        process.env.PATH = folder + delimiter + path;
    }

    it("has to be there", async () => {
        process.env.PATH = folder;
        await assert.rejects(pythonWithMoto(), {
            message:
                "The emulated AWS of the tests requires Python 3.10 or later, but python3 on the PATH is missing or does not run. Install it from https://www.python.org.",
        });
    });

    it("has to be 3.10 or later", async () => {
        await pythonIs({ version: [3, 9, 18], build: "", makesEnvironments: true });
        await assert.rejects(pythonWithMoto(), {
            message:
                "The emulated AWS of the tests requires Python 3.10 or later, but python3 on the PATH is 3.9.18. Install a later version from https://www.python.org.",
        });
    });

    it("has to be able to make virtual environments", async () => {
        await pythonIs({ version: [3, 11, 2], build: "", makesEnvironments: false });
        await assert.rejects(pythonWithMoto(), {
            message:
                "The emulated AWS of the tests requires Python 3.10 or later with the modules venv and ensurepip, which python3 on the PATH lacks. Install them (on Debian and Ubuntu, apt install python3-venv).",
        });
    });

    it("tells what pip says when moto cannot be installed", async function () {
        this.timeout(60_000);
        process.env.PIP_NO_INDEX = "1";
        try {
            await assert.rejects(makeEnvironment(moto, folder), {
                message:
                    /^moto for the emulated AWS of the tests could not be installed: .*pip install[^]*No matching distribution found/,
            });
        } finally {
            delete process.env.PIP_NO_INDEX;
        }
    });
});
