import assert from "node:assert/strict";
import { clusterParameters } from "../../../provider/engine";

describe("the cluster parameters", () => {
    it("have the ARN of the role as their value, and take effect at once", () => {
        const role = "arn:aws:iam::123456789012:role/aurora";
        assert.deepEqual(
            clusterParameters(["aurora_load_from_s3_role", "aurora_select_into_s3_role"], role),
            [
                { name: "aurora_load_from_s3_role", value: role, applyMethod: "immediate" },
                { name: "aurora_select_into_s3_role", value: role, applyMethod: "immediate" },
            ],
        );
    });
});
