import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import schema from "../../provider/schema.json";
import { manifest, projectFolder } from "../../tools/project";
import { usePlugin } from "./support/construct";
import { executable, failureOf, Plugin } from "./support/plugin";

const versionOf = async (plugin: Plugin) =>
    (await plugin.call<PluginInfo>("getPluginInfo", new Empty())).getVersion();

describe("the plugin's handshake", () => {
    const { plugin } = usePlugin();

    it("prints its port, and nothing else", async () => {
        await versionOf(plugin());
        assert.equal(plugin().printed.length, 1);
        assert.match(plugin().printed[0]!, /^\d{4,5}$/);
    });

    it("tells the version of the package", async () => {
        assert.equal(await versionOf(plugin()), manifest.version);
    });

    it("accepts secrets, outputs and resources", async () => {
        const response = await plugin().call<proto.ConfigureResponse>(
            "configure",
            new proto.ConfigureRequest().setAcceptsecrets(true).setAcceptresources(true),
        );
        assert.deepEqual(
            [response.getAcceptsecrets(), response.getAcceptoutputs(), response.getAcceptresources()],
            [true, true, true],
        );
    });

    it("gives the committed schema", async () => {
        const response = await plugin().call<proto.GetSchemaResponse>(
            "getSchema",
            new proto.GetSchemaRequest(),
        );
        assert.deepEqual(JSON.parse(response.getSchema()), schema);
    });

    it("refuses a version of schemas that it does not know", async () => {
        const request = new proto.GetSchemaRequest().setVersion(1);
        const { message } = await failureOf(plugin().call("getSchema", request));
        assert.equal(message, "unsupported schema version 1");
    });
});

describe("how the plugin is started", () => {
    const runPlugin = join(projectFolder, "node_modules/@pulumi/pulumi/cmd/run-plugin");
    let elsewhere: string;
    before(async () => (elsewhere = await mkdtemp(join(tmpdir(), "elsewhere-"))));
    after(() => rm(elsewhere, { recursive: true }));

    const starts = {
        "its executable from elsewhere": () => ({ command: executable, cwd: elsewhere }),
        "its source folder, by a language host in it": () => ({
            command: process.execPath,
            args: [runPlugin, projectFolder],
        }),
        "its source folder, by a language host elsewhere": () => ({
            command: process.execPath,
            args: [runPlugin, projectFolder],
            cwd: elsewhere,
        }),
    };
    for (const [start, launch] of Object.entries(starts)) {
        it(`serves when started by ${start}`, async () => {
            const plugin = await Plugin.start(launch());
            try {
                assert.equal(await versionOf(plugin), manifest.version);
                assert.equal(plugin.printed.length, 1);
            } finally {
                await plugin.stop();
            }
        });
    }

    it("says what to install where there is no Node.js", async () => {
        const run = promisify(execFile)("/bin/sh", [executable], { env: { PATH: elsewhere } });
        const { code, stdout, stderr } = (await run.catch((error: unknown) => error)) as {
            code: number;
            stdout: string;
            stderr: string;
        };
        assert.deepEqual(
            { code, stdout, stderr },
            {
                code: 1,
                stdout: "",
                stderr: "aurora-s3-access requires Node.js 20 or later on the PATH. Install it from https://nodejs.org.\n",
            },
        );
    });
});
