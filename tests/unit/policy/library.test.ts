import { build } from "esbuild";
import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";

describe("the core as a library", () => {
    it("has nothing behind it but itself", async () => {
        const { metafile } = await build({
            entryPoints: [join(projectFolder, "provider/core.ts")],
            absWorkingDir: projectFolder,
            bundle: true,
            platform: "node",
            write: false,
            metafile: true,
        });
        const foreign = Object.keys(metafile.inputs).filter(
            (file) => !/^provider\/(core|args|policy|engine|plan|validation|values)\b/.test(file),
        );
        assert.deepEqual(foreign, []);
    });
});
