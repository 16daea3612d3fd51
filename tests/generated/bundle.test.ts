import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { writeBundle } from "../../tools/generate/bundle";
import { projectFolder } from "../../tools/project";
import { assertCommitted, filesBelow, generated } from "./generated";

describe("bin/", () => {
    it("is what the sources make, to the byte", async () => {
        const [fresh, committed] = await Promise.all([
            generated(writeBundle),
            filesBelow(projectFolder, "bin"),
        ]);
        assert.deepEqual([...committed.keys()], [...fresh.keys()]);
        await assertCommitted(fresh);
    });

    it("holds no path of the machine it was made on", async () => {
        for (const [file, content] of await filesBelow(projectFolder, "bin"))
            assert.ok(!content.includes(projectFolder), file);
    });

    it("takes no stack for the promises of the SDK, and sends none of its debug messages", async () => {
        const plugin = (await filesBelow(projectFolder, "bin")).get("bin/plugin.js")!;
        assert.match(plugin, /"_debugStackTrace", \{ writable: true, value: void 0 \}/);
        assert.match(
            plugin,
            /function debug\(msg, resource, streamId, ephemeral\) \{\s+return Promise\.resolve\(\);/,
        );
    });

    it("loads the messages of the engine's services at the first Construct", async () => {
        const plugin = (await filesBelow(projectFolder, "bin")).get("bin/plugin.js")!;
        assert.match(plugin, /var resproto = \(\) => \$resproto \?\?= require_resource_pb\(\);/);
        assert.doesNotMatch(plugin, /\b(resproto|resrpc|engproto|engrpc|callrpc)\./);
    });

    it("can be executed", async () => {
        const { mode } = await stat(join(projectFolder, "bin/pulumi-resource-aurora-s3-access"));
        assert.equal(mode & 0o111, 0o111);
    });
});
