import assert from "node:assert/strict";
import { AuroraS3Access } from "aurora-s3-access";
import { TestStack } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";

describe("A program with several components", () => {
    let setup: Setup;
    before(async () => (setup = await setUp()));
    after(() => setup.aws.stop());

    /** How often AWS is asked who the caller is in a preview of so many components. */
    async function identityCalls(components: number): Promise<number> {
        const before = (await setup.aws.calls()).length;
        const program = () => {
            for (let i = 0; i < components; i++)
                new AuroraS3Access(`access-${i}`, { importFrom: [{ bucket: "raw" }] });
        };
        const stack = await TestStack.inline(`components-${components}`, program, setup.stack);
        await stack.preview();
        stack.dispose();
        return (await setup.aws.calls()).slice(before).filter((call) => call.includes("GetCallerIdentity"))
            .length;
    }

    it("asks the AWS provider as often as one with a single component", async () => {
        const ofOne = await identityCalls(1);
        assert.ok(ofOne > 0);
        assert.equal(await identityCalls(5), ofOne);
    });
});
