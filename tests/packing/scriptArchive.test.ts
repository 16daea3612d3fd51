import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { list } from "tar";
import { writeScriptArchive } from "../../tools/release/artefacts/scriptArchive";
import { releaseIn } from "../../tools/release/release";

describe("The archive of the plugin for a platform that this machine is not", () => {
    let folder: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "script-archive-"));
    });
    after(() => rm(folder, { recursive: true }));

    const write = async (platform: string, name = platform) => {
        const file = join(folder, `${name}.tar.gz`);
        await writeScriptArchive(releaseIn(folder), platform, file);
        return file;
    };

    for (const [platform, launcher] of [
        ["darwin-arm64", "pulumi-resource-aurora-s3-access"],
        ["windows-amd64", "pulumi-resource-aurora-s3-access.cmd"],
    ] as const)
        it(`holds for ${platform} the script, what starts it, and the licences`, async () => {
            const entries: string[] = [];
            const onReadEntry = ({ mode, path }: { mode?: number; path: string }) =>
                void entries.push(`${mode?.toString(8)} ${path}`);
            await list({ file: await write(platform), onReadEntry });
            assert.deepEqual(entries, [
                "644 LICENSE",
                "644 THIRD-PARTY-LICENSES.txt",
                "644 doctor.js",
                "644 plugin.js",
                `755 ${launcher}`,
            ]);
        });

    it("has the same bytes each time", async () => {
        const files = [await write("darwin-arm64", "first"), await write("darwin-arm64", "second")];
        const [first, second] = await Promise.all(files.map((file) => readFile(file)));
        assert.ok(first!.equals(second!));
    });
});
