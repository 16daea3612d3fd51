import assert from "node:assert/strict";
import { AuroraS3Access } from "../../../provider";
import { run } from "./program";

const existingRoleArn = "arn:aws:iam::123456789012:role/teams/aurora";

describe("an existing role", () => {
    it("gets the policies, by its name without the path, and none is created", async () => {
        const { resources, resource } = await run(
            () => new AuroraS3Access("sales", { importFrom: [{ bucket: "raw" }], existingRoleArn }),
        );
        assert.deepEqual(resources.map(({ id }) => id).sort(), [
            "aurora-s3-access:index:AuroraS3Access sales",
            "aws:iam/policy:Policy sales-import",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import",
        ]);
        assert.deepEqual(resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import").inputs, {
            role: "aurora",
            policyArn: "arn:aws:iam::123456789012:policy/sales-import",
        });
    });

    it("is known in the first preview, in all that a cluster takes", async () => {
        const { outputs } = await run(
            () => {
                const access = new AuroraS3Access("sales", {
                    importFrom: [{ bucket: "raw" }],
                    existingRoleArn,
                });
                return [access.roleArn, access.roleArns, access.clusterParameters];
            },
            { preview: true },
        );
        assert.deepEqual(outputs, [
            existingRoleArn,
            [existingRoleArn],
            [{ name: "aws_default_s3_role", value: existingRoleArn, applyMethod: "immediate" }],
        ]);
    });
});
