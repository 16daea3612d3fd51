import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "tar";
import { type NpmRegistry, startNpmRegistry } from "../../tools/release/published/npmRegistry";

describe("The registry that the dry run of a release installs from", () => {
    let folder: string;
    let tarball: string;
    let registry: NpmRegistry;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "npm-registry-"));
        await mkdir(join(folder, "package"));
        const manifest = { name: "released", version: "1.2.3", peerDependencies: { other: ">=1" } };
        await writeFile(join(folder, "package/package.json"), JSON.stringify(manifest));
        tarball = join(folder, "released-1.2.3.tgz");
        await create({ file: tarball, cwd: folder, gzip: true }, ["package"]);
        registry = await startNpmRegistry([tarball]);
    });
    after(async () => {
        registry.close();
        await rm(folder, { recursive: true });
    });

    it("says of its package what npm needs to install it", async () => {
        const content = await readFile(tarball);
        const integrity = `sha512-${createHash("sha512").update(content).digest("base64")}`;
        const dist = { tarball: `${registry.url}/released/-/released-1.2.3.tgz`, integrity };
        assert.deepEqual(await (await fetch(`${registry.url}/released`)).json(), {
            name: "released",
            "dist-tags": { latest: "1.2.3" },
            versions: {
                "1.2.3": { name: "released", version: "1.2.3", peerDependencies: { other: ">=1" }, dist },
            },
        });
        assert.deepEqual(Buffer.from(await (await fetch(dist.tarball)).arrayBuffer()), content);
    });

    it("sends npm on to the user's registry for all others", async () => {
        const { status, headers } = await fetch(`${registry.url}/@pulumi%2faws`, { redirect: "manual" });
        assert.equal(status, 302);
        assert.match(headers.get("location")!, /^https?:\/\/.+[^/]\/@pulumi%2faws$/);
    });
});
