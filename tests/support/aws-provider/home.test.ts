import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ensureToolchain } from "../../../tools/toolchain";
import { awsPluginHome, nodeSdkVersion } from "./home";
import { PluginClient } from "./pluginClient";

describe("A PULUMI_HOME with the stand-in for the AWS provider", () => {
    const versions = [nodeSdkVersion, "6.83.0"];
    const makeHome = async () => awsPluginHome(join((await ensureToolchain()).bin, "pulumi"), versions);

    const given = process.env.AWS_PROVIDER;
    before(() => delete process.env.AWS_PROVIDER);
    after(() => Object.assign(process.env, given && { AWS_PROVIDER: given }));

    it("has it as each version that SDKs ask for, and it knows which it is", async () => {
        const plugins = join(await makeHome(), "plugins");
        const installed = (await readdir(plugins)).filter((name) => /^resource-aws-v[\d.]+$/.test(name));
        assert.deepEqual(installed.sort(), versions.map((version) => `resource-aws-v${version}`).sort());
        for (const version of versions) {
            const plugin = await PluginClient.start({}, join(plugins, `resource-aws-v${version}`));
            assert.equal(await plugin.version(), version);
            await plugin.stop();
        }
    });

    it("is the same one as long as nothing changed", async () => {
        assert.equal(await makeHome(), await makeHome());
    });

    it("has nothing in the way of the real one where that is asked for", async () => {
        process.env.AWS_PROVIDER = "real";
        const home = await makeHome().finally(() => delete process.env.AWS_PROVIDER);
        const standIn = join(home, "plugins", `resource-aws-v${nodeSdkVersion}`, "provider.js");
        assert.equal(existsSync(standIn), false);
    });
});
