import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../provider";
import { cacheFolder } from "../../tools/cache";
import { projectFolder } from "../../tools/project";
import { describeSteps } from "../support/engine";
import { sideBySide, useInlineStacks } from "./inlineStacks";

/** The component as a program in another language asks for it: made by the plugin, through Construct. */
class RemoteAuroraS3Access extends pulumi.ComponentResource {
    declare public readonly policyDocuments: pulumi.Output<string[]>;

    constructor(name: string, args: AuroraS3AccessArgs) {
        super(
            "aurora-s3-access:index:AuroraS3Access",
            name,
            { ...args, policyDocuments: undefined },
            {},
            true,
        );
    }
}

const importFrom = Array.from({ length: 200 }, (_, i) => ({ bucket: pulumi.output(`bucket-${i}`) }));

const inProcess = () => {
    const { policyDocuments } = new AuroraS3Access("sales", { importFrom });
    return { policyDocuments };
};
const throughConstruct = () => {
    const { policyDocuments } = new RemoteAuroraS3Access("sales", { importFrom });
    return { policyDocuments };
};

describe("the component through Construct, by the plugin from source", () => {
    const plugin = join(cacheFolder, "stacks", `plugin-${process.pid}`);
    const path = process.env.PATH;
    const { stackOf } = useInlineStacks();

    before(async () => {
        const executable = join(plugin, "pulumi-resource-aurora-s3-access");
        const runPlugin = join(projectFolder, "node_modules/@pulumi/pulumi/cmd/run-plugin");
        await mkdir(plugin, { recursive: true });
        await writeFile(
            executable,
            `#!/bin/sh\ncd "${projectFolder}" && exec node "${runPlugin}" "${projectFolder}" "$@"\n`,
        );
        await chmod(executable, 0o755);
        process.env.PATH = [plugin, path].join(delimiter);
    });
    after(async () => {
        process.env.PATH = path;
        await rm(plugin, { recursive: true, force: true });
    });

    it("shows and makes the same policies as in process, in preview and update", async () => {
        const [local, remote] = await sideBySide([
            stackOf("in-process", inProcess),
            stackOf("through-construct", throughConstruct),
        ]);
        const preview = describeSteps(await local.preview());
        assert.deepEqual(describeSteps(await remote.preview()), preview);
        const [up, remoteUp] = [await local.up(), await remote.up()];
        assert.deepEqual(describeSteps(remoteUp), preview);
        assert.deepEqual(remoteUp.outputs, up.outputs);
    });
});
