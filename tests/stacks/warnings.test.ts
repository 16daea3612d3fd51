import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { useInlineStacks } from "./inlineStacks";

const program = () => {
    new AuroraS3Access("sales", {
        importFrom: [{ bucket: "*" }, { bucket: "raw", objects: ["incoming*"] }],
        exportTo: [{ bucket: pulumi.output("Old_Bucket") }],
    });
};

describe("what is allowed but likely wrong", () => {
    const { stackOf } = useInlineStacks();

    it("is a warning on the component in the preview, and no mistake", async () => {
        const { diagnostics } = await (await stackOf("warnings", program)).preview();
        const warnings = diagnostics.map(
            ({ severity, resource, message }) => `${severity} of ${resource}: ${message}`,
        );
        assert.deepEqual(warnings.sort(), [
            'warning of sales: exportTo[0].bucket: "Old_Bucket" can only be the name of a bucket created in us-east-1 before March 2018.',
            "warning of sales: importFrom[0].bucket: grants access to every bucket, including buckets of other accounts that allow it. Name the buckets instead.",
            'warning of sales: importFrom[1].objects[0]: "incoming*" matches more than a folder: every key that starts with "incoming". Write "incoming/*" if you mean the folder.',
        ]);
    });
});
