import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { ensureToolchain } from "../../../tools/toolchain";
import { versionOf } from "../../../tools/toolchain/installed";

/** What Pulumi has written of its runs into the user's own home, wherever HOME may point. */
const usersLogs = () => readdir(join(userInfo().homedir, ".pulumi", "logs")).catch(() => []);

describe("The toolchain", () => {
    it("leaves nothing in the user's home when a Pulumi is asked for its version", async () => {
        const { bin, version } = await ensureToolchain();
        const before = await usersLogs();
        assert.equal(await versionOf(join(bin, "pulumi")), version);
        assert.deepEqual(await usersLogs(), before);
    });
});
