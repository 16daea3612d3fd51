import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { codeNames, docsPage } from "../../doctor/codes";
import { writeDoctor } from "../../tools/generate/docs/doctor";
import { projectFolder } from "../../tools/project";
import { assertCommitted, generated } from "./generated";

describe("the pages of the doctor", () => {
    it("are what its table of codes makes, to the byte", async () => {
        await assertCommitted(await generated(writeDoctor));
    });

    it("are for the codes that there are", async () => {
        const files = await readdir(join(projectFolder, "docs/doctor"));
        const pages = codeNames.map((name) => docsPage(name).split("/").at(-1)!);
        assert.deepEqual(files.filter((file) => file.startsWith("S3ACCESS")).sort(), pages.sort());
    });
});
