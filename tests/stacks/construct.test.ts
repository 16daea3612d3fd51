import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { AuroraS3Access as RemoteAuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import { describeSteps } from "../support/engine";
import { usePluginOnPath } from "./pluginOnPath";
import { sideBySide, useInlineStacks } from "./inlineStacks";

const importFrom = Array.from({ length: 200 }, (_, i) => ({ bucket: pulumi.output(`bucket-${i}`) }));

const inProcess = () => {
    const { policyDocuments } = new AuroraS3Access("sales", { importFrom });
    return { policyDocuments };
};
const throughConstruct = () => {
    const { policyDocuments } = new RemoteAuroraS3Access("sales", { importFrom });
    return { policyDocuments };
};

describe("the component through Construct", () => {
    const { stackOf } = useInlineStacks();
    usePluginOnPath();

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
