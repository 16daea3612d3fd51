import { build } from "esbuild";
import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";

const core = /^provider\/(core|args|policy|engine|plan|validation|values)\b/;

/** What is behind a file, itself included. */
async function inputsOf(file: string): Promise<string[]> {
    const { metafile } = await build({
        entryPoints: [join(projectFolder, file)],
        absWorkingDir: projectFolder,
        bundle: true,
        platform: "node",
        write: false,
        metafile: true,
    });
    return Object.keys(metafile.inputs);
}

describe("the core as a library", () => {
    it("has nothing behind it but itself", async () => {
        const foreign = (await inputsOf("provider/core.ts")).filter((file) => !core.test(file));
        assert.deepEqual(foreign, []);
    });
});

describe("what the doctor judges with", () => {
    it("has nothing behind it but itself and the core", async () => {
        const foreign = (await inputsOf("doctor/diagnose.ts")).filter(
            (file) => !core.test(file) && !/^doctor\/(?!collect)/.test(file),
        );
        assert.deepEqual(foreign, []);
    });
});
