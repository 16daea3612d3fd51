import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { confirmed } from "../../../tools/awsTest/confirm";

const terminal = (isTTY: boolean, answer = "") => {
    const input = Object.assign(new PassThrough(), { isTTY });
    input.end(answer);
    return { input, output: new PassThrough() };
};

describe("The question before resources are created", () => {
    for (const [answer, goesOn] of [
        ["yes\n", true],
        ["y\n", false],
        ["\n", false],
        ["no\n", false],
    ] as const) {
        it(`is ${goesOn ? "" : "not "}answered by ${JSON.stringify(answer)}`, async () => {
            assert.equal(await confirmed("Create?", false, terminal(true, answer)), goesOn);
        });
    }

    it("is not asked with --yes", async () => {
        assert.equal(await confirmed("Create?", true, terminal(false)), true);
    });

    it("cannot be asked without a terminal", async () => {
        await assert.rejects(confirmed("Create?", false, terminal(false)), {
            message: "There is no terminal to ask for confirmation. To run it anyway, add --yes.",
        });
    });
});
