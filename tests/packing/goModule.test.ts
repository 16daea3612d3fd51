import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goModule } from "../../tools/release/artefacts/goModule";
import { releaseIn } from "../../tools/release/release";

describe("The module for Go", () => {
    let folder: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "go-module-"));
    });
    after(() => rm(folder, { recursive: true }));

    it("has the files by which a proxy serves it, under a name without uppercase letters", async () => {
        const release = releaseIn(folder);
        const identity = { ...release.identity, goModule: "github.com/Acme/data/sdk/go" };
        const [artefact] = await goModule({ ...release, identity, version: "1.2.3" });
        const versions = "goproxy/github.com/!acme/data/sdk/go/@v";
        assert.deepEqual(
            artefact!.files,
            ["list", "v1.2.3.info", "v1.2.3.mod", "v1.2.3.zip"].map((file) => `${versions}/${file}`),
        );
        assert.equal(await readFile(join(folder, versions, "list"), "utf8"), "v1.2.3\n");
        assert.deepEqual(JSON.parse(await readFile(join(folder, versions, "v1.2.3.info"), "utf8")), {
            Version: "v1.2.3",
            Time: "1985-10-26T08:15:00Z",
        });
    });
});
