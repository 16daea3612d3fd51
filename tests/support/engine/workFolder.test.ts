import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";
import { copyProgram, makeWorkFolder, removeWorkFolder } from "./workFolder";

describe("The copy of a program", () => {
    let program: string;
    let workFolder: string;
    before(async () => {
        program = await mkdtemp(join(cacheFolder, "program-"));
        for (const file of [
            "Pulumi.yaml",
            "Pulumi.mine.yaml",
            "src/App.java",
            "target/App.class",
            "venv/pyvenv.cfg",
            "__pycache__/main.pyc",
            "node_modules/left-pad/index.js",
        ]) {
            await mkdir(dirname(join(program, file)), { recursive: true });
            await writeFile(join(program, file), "");
        }
        workFolder = await makeWorkFolder("copied");
    });
    after(async () => {
        removeWorkFolder(workFolder);
        await rm(program, { recursive: true });
    });

    it("has its sources, not what a user's own run left, and finds sdk and bin where they were", async () => {
        const copy = await copyProgram(program, workFolder);
        assert.deepEqual((await readdir(copy, { recursive: true })).sort(), [
            "Pulumi.yaml",
            "src",
            "src/App.java",
        ]);
        for (const part of ["sdk", "bin"]) {
            assert.equal(await realpath(join(copy, "../..", part)), join(projectFolder, part));
        }
    });
});
