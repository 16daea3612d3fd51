import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { writeReport } from "../../bench/report/write";
import { projectFolder } from "../../tools/project";
import { assertCommitted, generated } from "./generated";

describe("the page and the plots of the bench", () => {
    let fresh: Map<string, string>;
    before(async () => {
        fresh = await generated(writeReport);
    });

    it("are what bench/results.json gives", async () => {
        await assertCommitted(fresh, "npm run bench -- --plot");
    });

    it("are all of them", async () => {
        const pictures = await readdir(join(projectFolder, "docs/pictures"));
        const committed = pictures.filter((file) => file.startsWith("bench-"));
        const drawn = [...fresh.keys()].filter((file) => file.endsWith(".svg"));
        assert.deepEqual(committed.map((file) => join("docs/pictures", file)).sort(), drawn.sort());
    });
});
